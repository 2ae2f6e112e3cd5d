package dev.recap.recall;

import dev.recap.context.ContextView;
import dev.recap.context.OneLine;
import dev.recap.context.Segment;
import dev.recap.context.Segment.Slot;
import dev.recap.context.Segment.UserSegment;
import dev.recap.conversation.Block;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.journal.Answered;
import dev.recap.journal.Compacted;
import dev.recap.journal.Decided;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.ItemChange;
import dev.recap.journal.Replied;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import dev.recap.journal.Settled;
import dev.recap.journal.Standing;
import dev.recap.journal.SummaryAsked;
import dev.recap.journal.UserSaid;
import dev.recap.journal.Waiting;
import dev.recap.journal.Weighed;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.Unsettled;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads a journal for what was said and is no longer verbatim in view. */
final class Originals {
  /** Longer arguments stand for themselves. */
  private static final int MAX_ARGUMENTS = 240;

  private final ContextView view;
  private final Set<Integer> turnsInView = new HashSet<>();
  private final Ledger now;
  private final List<Original> gone = new ArrayList<>();

  /** Where in {@link #gone} those are that belong to the item that will be opened next. */
  private final List<Integer> waiting = new ArrayList<>();

  private final Map<String, ToolCall> calls = new HashMap<>();
  private final Map<String, Intended> intended = new HashMap<>();
  private Ledger ledger = Ledger.empty();
  private int turn;

  private Originals(ContextView view, Ledger now) {
    this.view = view;
    this.now = now;
    view.turns().forEach(segment -> turnsInView.add(segment.turn()));
  }

  /** All of them, oldest first. */
  static List<Original> gone(List<Entry> entries, ContextView view) {
    var originals = new Originals(view, Ledger.of(entries));
    entries.forEach(originals::read);
    return List.copyOf(originals.gone);
  }

  private void read(Entry entry) {
    switch (entry) {
      case UserSaid said -> userSaid(said);
      case Replied replied -> replied(replied);
      case Intended begun -> intended.put(begun.callId(), begun);
      case Answered answered -> answered(answered);
      case Settled settled ->
          ledger.unsettled(settled.subject()).ifPresent(call -> settled(call, settled));
      case Waiting waiting -> {}
      case Decided decided -> {}
      case RunStarted started -> {}
      case SummaryAsked asked -> {}
      case Compacted compacted -> {}
      case Weighed weighed -> {}
      case RunEnded ended -> {}
    }
    ledger = ledger.after(entry);
  }

  private void userSaid(UserSaid said) {
    boolean inView =
        view.head().stream().anyMatch(block -> block.text().equals(said.text()))
            || view.tail().stream().anyMatch(segment -> isSaid(said.text(), segment));
    if (!inView) {
      add("after turn %d, the user said".formatted(turn), said.text(), Set.of());
    }
  }

  private static boolean isSaid(String text, Segment segment) {
    return segment instanceof UserSegment user && user.text().equals(text);
  }

  private void replied(Replied replied) {
    turn = replied.turn();
    calls.clear();
    intended.clear();
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
    Intended begun = intended.get(answered.callId());
    if (call == null || begun == null || call.tool().equals(Recall.NAME)) {
      return;
    }
    Set<WorkItem> items = new HashSet<>(items(begun.namedOpening().stream().toList()));
    answered.itemChange().ifPresent(change -> items.add(change.opening().item()));
    boolean waits = items.isEmpty() && ledger.open().isEmpty();
    if (items.isEmpty()) {
      items.addAll(items(ledger.open()));
    }
    answered.itemChange().ifPresent(this::handOver);
    if (!isInView(answered)) {
      if (waits) {
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
    gone.add(new Original(turn, heading, caveat(begun, answered, items), answered.whole(), items));
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
    if (!change.opens()) {
      return;
    }
    Set<WorkItem> opened = Set.of(change.opening().item());
    for (int at : waiting) {
      Original w = gone.get(at);
      gone.set(at, new Original(w.turn(), w.heading(), w.caveat(), w.text(), opened));
    }
    waiting.clear();
  }

  private boolean isInView(Answered answered) {
    return view.turns().stream()
        .filter(segment -> segment.turn() == turn)
        .flatMap(segment -> segment.slots().stream())
        .map(Slot::result)
        .filter(Objects::nonNull)
        .anyMatch(result ->
            result.callId().equals(answered.callId()) && result.content().equals(answered.whole()));
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
    Set<WorkItem> items = new HashSet<>();
    openings.forEach(opening -> items.add(opening.item()));
    return items;
  }
}
