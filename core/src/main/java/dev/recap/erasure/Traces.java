package dev.recap.erasure;

import dev.recap.erasure.Belonging.Place;
import dev.recap.journal.Answered;
import dev.recap.journal.Compacted;
import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Entry;
import dev.recap.journal.Replied;
import dev.recap.journal.SummaryAsked;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.LedgerEffect;
import dev.recap.ledger.OpeningRecord;
import dev.recap.ledger.OpeningRecord.Closing;
import dev.recap.projection.Segment.TurnSegment;
import dev.recap.projection.View;
import dev.recap.recall.originals.Recall;
import dev.recap.work.Fact;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Where a journal may speak of an item. What a model wrote does from the item's first turn until
 * nothing of the item was in the view any more, and nothing that was written meanwhile.
 */
final class Traces {
  /** How a heading of recall names a turn. */
  private static final Pattern TURN = Pattern.compile("\\bturn (\\d{1,9})\\b");

  /**
   * What was in the view after a compaction.
   *
   * @param turns the tail's
   * @param counted the facts of the item's openings that only the roll-up's counts state
   */
  record Seen(Set<Integer> turns, List<Fact> counted) {}

  private final WorkItem item;
  private final Names names;
  private final Belonging belonging;
  private final Set<Place> calls;
  private final Set<Integer> turns = new HashSet<>();
  private final Set<Integer> words = new HashSet<>();
  private final Set<Long> summaries = new HashSet<>();
  private final Set<HeadBlock> blocks = new HashSet<>();
  private final Map<Long, Seen> seen = new HashMap<>();
  private final Map<Opening, List<Fact>> counted = new LinkedHashMap<>();
  private View view = View.empty(0);
  private Ledger ledger = Ledger.empty();
  private int turn;
  private long sequence;

  private Traces(WorkItem item, Names names, Belonging belonging) {
    this.item = item;
    this.names = names;
    this.belonging = belonging;
    this.calls = belonging.about(item, names);
    calls.forEach(place -> turns.add(place.turn()));
  }

  static Traces of(WorkItem item, Names names, Belonging belonging, List<Entry> entries) {
    var traces = new Traces(item, names, belonging);
    entries.forEach(traces::read);
    return traces;
  }

  private void read(Entry entry) {
    View after = view.after(entry, ledger);
    switch (entry) {
      case Replied replied -> {
        turn = replied.turn();
        if (turns.contains(turn) || isInView()) {
          words.add(turn);
        }
      }
      case Answered answered -> answered(new Place(turn, answered.callId()), answered.whole());
      case SummaryAsked asked -> {
        if (isInView()) {
          summaries.add(sequence);
        }
      }
      case Compacted compacted -> compacted(compacted, after);
      default -> {} // Brings nothing into the view that is not known by its call.
    }
    view = after;
    ledger = ledger.after(entry);
    sequence++;
  }

  /** What hands out again what was said before. */
  private void answered(Place place, String text) {
    boolean recalls = belonging.calls(place, Recall.NAME) && recalls(text);
    if (recalls || belonging.repeats(place, calls)) {
      calls.add(place);
      turns.add(turn);
      words.add(turn);
    }
  }

  private boolean recalls(String text) {
    return names.in(text)
        || TURN.matcher(text)
            .results()
            .map(found -> Integer.valueOf(found.group(1)))
            .anyMatch(number -> turns.contains(number) || words.contains(number));
  }

  private void compacted(Compacted compacted, View after) {
    boolean inView = isInView();
    for (HeadBlock block : compacted.head()) {
      boolean isNew = !view.head().contains(block);
      boolean speaks =
          switch (block.kind()) {
            case CLOSED -> isAbout(block);
            case OPEN -> isAbout(block) || holdsCalls(block.openings());
            case EFFECTS -> ledger.withoutItem().stream().anyMatch(this::isAbout);
            case KEYS -> isAbout(block) || (isNew && namesTurn(block, compacted));
            case SUMMARY -> isAbout(block) || (isNew && inView);
            case TASK, PREFACE, ROLL_UP, USER_KEYS, USER -> false;
          };
      if (speaks) {
        blocks.add(block);
      }
    }
    ledger.latest(item).stream()
        .flatMap(record -> allOf(record).stream())
        .filter(after::isRolledUp)
        .forEach(opening ->
            counted.computeIfAbsent(
                opening,
                one ->
                    ledger
                        .record(one)
                        .flatMap(OpeningRecord::closed)
                        .map(Closing::facts)
                        .orElse(List.of())));
    List<Fact> facts = counted.values().stream().flatMap(List::stream).toList();
    seen.put(sequence, new Seen(numbers(after), facts));
  }

  private static List<Opening> allOf(OpeningRecord latest) {
    Opening last = latest.opening();
    return IntStream.rangeClosed(1, last.number())
        .mapToObj(number -> new Opening(last.item(), number))
        .toList();
  }

  private static Set<Integer> numbers(View view) {
    Set<Integer> numbers = new HashSet<>();
    view.turns().forEach(turn -> numbers.add(turn.number()));
    return numbers;
  }

  /**
   * Whether something of the item is in the view, or something that may have been copied from it.
   */
  private boolean isInView() {
    return ledger.open(item).isPresent()
        || view.turns().stream()
            .map(TurnSegment::number)
            .anyMatch(number -> turns.contains(number) || words.contains(number))
        || view.head().stream().anyMatch(blocks::contains);
  }

  private boolean isAbout(HeadBlock block) {
    return block.openings().stream().anyMatch(opening -> opening.item().equals(item));
  }

  private boolean isAbout(LedgerEffect effect) {
    return calls.contains(new Place(effect.turn(), effect.call().id()));
  }

  private boolean holdsCalls(Collection<Opening> openings) {
    return openings.stream()
        .flatMap(opening -> ledger.record(opening).stream())
        .flatMap(record -> record.effects().stream())
        .anyMatch(this::isAbout);
  }

  /** Whether a new line of keys is not for certain of a turn without any call about the item. */
  private boolean namesTurn(HeadBlock line, Compacted compacted) {
    Set<Integer> leaving = compacted.left().turns();
    boolean ofAnother =
        leaving.stream()
            .filter(number -> !turns.contains(number))
            .anyMatch(number -> line.text().startsWith("Turn " + number + ": "));
    return !ofAnother && leaving.stream().anyMatch(turns::contains);
  }

  boolean isAbout(Place call) {
    return calls.contains(call);
  }

  /** Whether what the model said in this turn goes. */
  boolean speaksIn(int number) {
    return words.contains(number);
  }

  /** Whether the summary that was asked for in this entry goes. */
  boolean hasSummary(long at) {
    return summaries.contains(at);
  }

  /** Whether a block of a head says something of the item. */
  boolean isIn(HeadBlock block) {
    return blocks.contains(block);
  }

  /** What was in the view after the compaction of this entry. */
  Seen seen(long at) {
    return Objects.requireNonNull(seen.get(at), "no compaction");
  }

  boolean isEmpty() {
    return calls.isEmpty();
  }
}
