package dev.recap.recall.originals;

import dev.recap.conversation.Block;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.head.UserWords;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.ItemChange;
import dev.recap.journal.Replied;
import dev.recap.journal.Settled;
import dev.recap.journal.UserSaid;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.Unsettled;
import dev.recap.projection.Segment.TurnSegment;
import dev.recap.projection.View;
import dev.recap.words.OneLine;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a journal for what was said and is no longer verbatim in view. */
final class Originals {
  /** Longer arguments stand for themselves. */
  private static final int MAX_ARGUMENTS = 240;

  private final View view;
  private final Set<Integer> turnsInView;
  private final Ledger now;
  private final List<Original> gone = new ArrayList<>();

  /** Where in {@link #gone} those are that belong to the item that will be opened next. */
  private final List<Integer> waiting = new ArrayList<>();

  private final Map<String, ToolCall> calls = new HashMap<>();
  private Ledger ledger = Ledger.empty();
  private int turn;

  private Originals(View view, Ledger now) {
    this.view = view;
    this.now = now;
    this.turnsInView = view.turns().stream().map(TurnSegment::number).collect(Collectors.toSet());
  }

  /** All of them, oldest first. */
  static List<Original> gone(List<Entry> entries, View view) {
    var originals = new Originals(view, Ledger.of(entries));
    entries.forEach(originals::read);
    return List.copyOf(originals.gone);
  }

  private void read(Entry entry) {
    switch (entry) {
      case UserSaid said -> userSaid(said);
      case Replied replied -> replied(replied);
      case Answered answered -> answered(answered);
      case Settled settled ->
          ledger.unsettled(settled.subject()).ifPresent(call -> settled(call, settled));
      default -> {} // Says nothing that could be asked for.
    }
    ledger = ledger.after(entry);
  }

  private void userSaid(UserSaid said) {
    boolean stated = view.head().stream().anyMatch(block -> UserWords.states(block, said.text()));
    boolean wordsInView =
        stated || view.userMessages().anyMatch(user -> user.text().equals(said.text()));
    boolean mediaInView =
        said.media().isEmpty()
            || view.userMessages().anyMatch(user -> user.media().equals(said.media()));
    if (!wordsInView || !mediaInView) {
      String heading = "after turn %d, the user said".formatted(turn);
      gone.add(new Original(turn, heading, "", said.text(), Set.of()).with(said.media()));
    }
  }

  private void replied(Replied replied) {
    turn = replied.turn();
    calls.clear();
    for (Block block : replied.reply().content()) {
      if (block instanceof ToolCall call) {
        calls.put(call.id(), call);
      } else if (block instanceof Text text
          && !text.text().isBlank()
          && !turnsInView.contains(turn)) {
        add("turn %d, the model said".formatted(turn), text.text(), items(ledger.open()));
      }
    }
  }

  /** What did not run said nothing that is not on record elsewhere; recall is no original. */
  private void answered(Answered answered) {
    ToolCall call = calls.get(answered.callId());
    Intended begun = ledger.intention(answered.callId()).orElse(null);
    if (call == null || begun == null || call.tool().equals(Recall.NAME)) {
      return;
    }
    List<Opening> named =
        Stream.concat(
                begun.namedOpening().stream(),
                answered.itemChange().map(ItemChange::opening).stream())
            .toList();
    Set<WorkItem> items = items(named.isEmpty() ? ledger.open() : named);
    answered.itemChange().ifPresent(this::handOver);
    if (!isInView(answered)) {
      if (items.isEmpty()) {
        waiting.add(gone.size());
      }
      tell(call, begun, answered, items);
    }
  }

  private void tell(ToolCall call, Intended begun, Answered answered, Set<WorkItem> items) {
    String name = "turn %d, %s".formatted(turn, call.tool());
    String arguments = OneLine.of(call.arguments());
    if (arguments.length() > MAX_ARGUMENTS) {
      add(name + " was called with", call.arguments(), items);
    } else {
      name += " " + arguments;
    }
    String heading = name + how(answered.standing());
    String caveat = caveat(begun, answered, items);
    gone.add(
        new Original(turn, heading, caveat, answered.whole(), items)
            .with(answered.result().media()));
  }

  private void add(String heading, String text, Set<WorkItem> items) {
    gone.add(new Original(turn, heading, "", text, items));
  }

  /** What became of an unknown outcome; while its turn is in view a remark tells it. */
  private void settled(Unsettled call, Settled how) {
    if (!turnsInView.contains(call.effect().turn())) {
      String heading =
          "turn %d, %s, whose outcome was unknown, %s"
              .formatted(
                  call.effect().turn(),
                  call.effect().call().tool(),
                  how.confirmed() ? "took effect" : "had no effect");
      Set<WorkItem> items = items(call.openings());
      gone.add(new Original(call.effect().turn(), heading, "", how.receipt(), items));
    }
    how.itemChange().ifPresent(this::handOver);
  }

  private void handOver(ItemChange change) {
    if (change.opens()) {
      Set<WorkItem> opened = Set.of(change.opening().item());
      for (int at : waiting) {
        gone.set(at, gone.get(at).about(opened));
      }
      waiting.clear();
    }
  }

  private boolean isInView(Answered answered) {
    return view.turns().stream()
        .filter(segment -> segment.number() == turn)
        .flatMap(segment -> segment.calls().stream())
        .filter(slot -> slot.call().id().equals(answered.callId()))
        .flatMap(slot -> slot.result().stream())
        .anyMatch(result ->
            result.content().equals(answered.whole())
                && result.media().equals(answered.result().media()));
  }

  private static String how(Standing standing) {
    return switch (standing) {
      case CONFIRMED -> "";
      case FAILED -> " failed";
      case UNKNOWN -> " has an unknown outcome";
      case RECEIPT, REJECTED ->
          throw new IllegalStateException("a call that ran cannot be " + standing);
    };
  }

  /** The system of record goes on without us. */
  private String caveat(Intended begun, Answered answered, Collection<WorkItem> items) {
    if (answered.standing() != Standing.CONFIRMED) {
      return "";
    }
    if (!begun.effect().changes()) {
      return "as of turn %d; ask %s again for the present state".formatted(turn, begun.tool());
    }
    return items.stream()
        .filter(item -> now.open(item).isPresent())
        .sorted()
        .findFirst()
        .map(item -> "as of turn %d; %s is open and may have changed since".formatted(turn, item))
        .orElse("");
  }

  private static Set<WorkItem> items(Collection<Opening> openings) {
    return openings.stream().map(Opening::item).collect(Collectors.toSet());
  }
}
