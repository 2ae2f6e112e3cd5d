package dev.recap.simulator.agent;

import dev.recap.simulator.TokenCounter;
import dev.recap.simulator.reader.Picture;
import dev.recap.simulator.reader.Subject.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The closing account of every ticket that can still be seen. */
final class ClosingAccount {
  private static final int BASE = 172;
  private static final int EACH = 25;
  private static final int MOST = 1_150;

  private final TokenCounter counter;
  private final Fitting fitting;

  ClosingAccount(TokenCounter counter) {
    this.counter = counter;
    this.fitting = new Fitting(counter);
  }

  String of(Picture<TicketView> picture) {
    List<TicketView> closed = picture.items().stream().filter(TicketView::closed).toList();
    List<TicketView> others = picture.items().stream().filter(t -> !t.closed()).toList();
    int wanted = Math.min(MOST, BASE + EACH * closed.size());
    StringBuilder text =
        new StringBuilder("The queue is empty. Here is the account of my work.\n\n");
    picture
        .closedRanges()
        .forEach(r ->
            text.append("TICKET-%d to TICKET-%d are closed.\n".formatted(r.first(), r.last())));
    lines(closed, text, wanted);
    others.forEach(t -> text.append(t.id()).append(" is not complete.\n"));
    String tally = tally(picture);
    int missing = wanted - counter.count(text + tally);
    text.append(tally);
    List<String> more = fitting.choose(Phrases.of("closing account"), Math.max(0, missing));
    return text.append(String.join(" ", more)).toString().strip();
  }

  private void lines(List<TicketView> closed, StringBuilder text, int wanted) {
    List<String> lines = new ArrayList<>();
    closed.forEach(t -> lines.add(line(t)));
    int room = wanted - BASE / 2;
    int used = 0;
    int listed = 0;
    while (listed < lines.size() && used + counter.count(lines.get(listed)) <= room) {
      used += counter.count(lines.get(listed));
      text.append(lines.get(listed++)).append('\n');
    }
    if (listed < closed.size()) {
      text.append(
          "%s to %s are closed too, %d in all.\n"
              .formatted(closed.get(listed).id(), closed.getLast().id(), closed.size() - listed));
    }
  }

  private static String line(TicketView ticket) {
    String values = String.join(", ", ticket.values());
    return ticket.id() + " complete" + (values.isEmpty() ? "." : ": " + values + ".");
  }

  private static String tally(Picture<TicketView> picture) {
    int closed = picture.allClosed().stream().mapToInt(Stretch::size).sum();
    return "\nTickets listed here as complete: "
        + closed
        + ". By category: "
        + counts(picture.counts(Field.CATEGORY.key()), closed)
        + ". By priority: "
        + counts(picture.counts(Field.PRIORITY.key()), closed)
        + ". ";
  }

  private static String counts(Map<String, Integer> counts, int closed) {
    int unseen = closed - counts.values().stream().mapToInt(Integer::intValue).sum();
    Stream<String> seen = counts.entrySet().stream().map(e -> e.getKey() + " " + e.getValue());
    Stream<String> rest = Stream.of(unseen + " not in view").filter(any -> unseen > 0);
    return counts.isEmpty()
        ? "not in view"
        : Stream.concat(seen, rest).collect(Collectors.joining(", "));
  }
}
