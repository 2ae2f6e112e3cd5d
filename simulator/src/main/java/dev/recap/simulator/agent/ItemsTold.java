package dev.recap.simulator.agent;

import dev.recap.simulator.reader.ItemView;
import dev.recap.simulator.reader.Picture;
import dev.recap.simulator.reader.Statement;
import dev.recap.simulator.reader.Step;
import dev.recap.simulator.reader.Step.Todo;
import dev.recap.simulator.reader.Subject.Stretch;
import dev.recap.simulator.wire.MessagesRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The summaries of a conversation about items. */
record ItemsTold<S extends Step, V extends ItemView<S>>(
    ItemWork<S, V> work, MessagesRequest request, SummaryAsk ask, Picture<V> picture)
    implements Told {

  @Override
  public boolean anything() {
    return picture.anything() || work.taskGiven(request);
  }

  @Override
  public String faithful() {
    return work.summary(request, ask, items(), picture);
  }

  /** Claims the undone steps of the open item, or, where none is open, a whole one. */
  @Override
  public String lying() {
    if (!picture.anything()) {
      return faithful();
    }
    Optional<V> open = items().stream().filter(ItemView::inProgress).findFirst();
    int next =
        Stream.concat(items().stream().map(ItemView::number), lastOfRanges())
                .max(Integer::compare)
                .orElse(0)
            + 1;
    Picture<V> lie =
        picture.and(
            open.map(this::claims)
                .orElseGet(() -> List.of(new Statement.Closed(Stretch.of(next)))));
    Set<Integer> told = items().stream().map(ItemView::number).collect(Collectors.toSet());
    List<V> items =
        lie.items().stream()
            .filter(item -> told.contains(item.number()) || item.number() == next)
            .toList();
    return work.summary(request, ask, items, lie);
  }

  private Stream<Integer> lastOfRanges() {
    return picture.closedRanges().stream().map(Stretch::last);
  }

  private List<Statement> claims(V item) {
    List<Todo<S>> undone = item.undone();
    if (undone.size() == 1) {
      return List.of(new Statement.Closed(Stretch.of(item.number())));
    }
    return undone.stream()
        .filter(todo -> !todo.step().equals(work.closing()))
        .<Statement>map(
            todo -> new Statement.StepIs(item.number(), todo.part(), todo.step().tool(), true))
        .toList();
  }

  @Override
  public String parroting() {
    return ask.wrapped(
        ParrotingSummary.of(
            work, work.reader(request).vocabulary(), items(), picture, ask.messages()));
  }

  private List<V> items() {
    return ask.openOnly() && !picture.inProgress().isEmpty()
        ? picture.inProgress()
        : picture.items();
  }
}
