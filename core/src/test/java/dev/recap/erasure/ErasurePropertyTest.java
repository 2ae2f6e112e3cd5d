package dev.recap.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.Media;
import dev.recap.erasure.Belonging.Place;
import dev.recap.invariants.Invariants;
import dev.recap.journal.Answered;
import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.Replied;
import dev.recap.journal.line.LineFormat;
import dev.recap.journal.line.MediaShelf;
import dev.recap.ledger.Ledger;
import dev.recap.projection.Segment.TurnSegment;
import dev.recap.projection.View;
import dev.recap.recall.originals.Recall;
import dev.recap.testing.Story;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Whatever happened, and whatever of it was shortened: of an erased item no text is left. */
class ErasurePropertyTest {
  private static final int TRIES = 150;

  /** Of the tales in which the item stands at all. */
  private static final double LEAST_SHARE = 25;

  private static final byte[] SECRET = "nobody can guess this".getBytes(UTF_8);
  private static final Pattern KEY =
      Pattern.compile("(?<![\\p{L}\\p{N}-])T-1(?![\\p{L}\\p{N}-])", Pattern.CASE_INSENSITIVE);

  @Provide
  Arbitrary<List<Tale.Event>> tales() {
    return Tale.events();
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.of(Tale.ITEMS);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void noWordOfItIsLeft(@ForAll("tales") List<Tale.Event> events, @ForAll("keys") String key) {
    Tale tale = Tale.of(events);
    var item = new WorkItem(key);
    List<Entry> before = tale.story().entries();
    Statistics.label("is worked on")
        .collect(isKnown(before, item))
        .coverage(checker -> checker.check(true).percentage(share -> share > LEAST_SHARE));
    if (!isKnown(before, item)) {
      return;
    }
    List<Entry> after = erased(before, item).entries();

    String lines = lines(after);
    Set<String> words = Owned.wordsOf(item, tale);
    assertThat(words.stream().filter(lines::contains)).isEmpty();
    Owned.keysOf(before, Owned.callsOf(item, before))
        .forEach(k -> assertThat(lines).doesNotContain(k));
    if (key.equals("T-1")) {
      assertThat(KEY.matcher(lines).results().map(found -> lines.substring(found.start())))
          .isEmpty();
    } else {
      assertThat(lines).doesNotContain(key);
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void whatWasDoneStays(@ForAll("tales") List<Tale.Event> events, @ForAll("keys") String key) {
    List<Entry> before = Tale.of(events).story().entries();
    var item = new WorkItem(key);
    if (!isKnown(before, item)) {
      return;
    }
    Erasure erasure = erased(before, item);
    List<Entry> after = erasure.entries();
    WorkItem name = erasure.done().item();

    assertThat(after.stream().map(Entry::getClass).limit(before.size()).toList())
        .isEqualTo(before.stream().map(Entry::getClass).toList());
    assertThat(after).hasSize(before.size() + 1).last().isEqualTo(erasure.done());
    assertThat(deeds(Ledger.of(after), name))
        .isEqualTo(renamed(deeds(Ledger.of(before), item), item, name));
    View view = View.of(after, 0);
    View was = View.of(before, 0);
    assertThat(Invariants.broken(view.messages(), "")).isEmpty();
    assertThat(view.head().stream().map(HeadBlock::kind).toList())
        .isEqualTo(was.head().stream().map(HeadBlock::kind).toList());
    assertThat(view.turns().stream().map(TurnSegment::number).toList())
        .isEqualTo(was.turns().stream().map(TurnSegment::number).toList());
    assertThat(view.turns()).noneMatch(TurnSegment::hasThinking);
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void whatBelongsToOthersStaysByteForByteButForTheName(@ForAll("tales") List<Tale.Event> events) {
    List<Entry> before = Tale.of(events).story().entries();
    var item = new WorkItem("T-1");
    if (!isKnown(before, item)) {
      return;
    }
    Erasure erasure = erased(before, item);
    Set<Place> calls = Owned.callsOf(item, before);
    int turn = 0;
    Ledger ledger = Ledger.empty();
    for (int i = 0; i < before.size(); i++) {
      Entry entry = before.get(i);
      boolean isOpen = ledger.open(item).isPresent();
      ledger = ledger.after(entry);
      turn = entry instanceof Replied replied ? replied.turn() : turn;
      boolean isOthers =
          switch (entry) {
            case Answered answered ->
                !calls.contains(new Place(turn, answered.callId()))
                    && !(isOpen && answered.about() == null)
                    && !isRecall(before, answered.callId());
            case Intended intended ->
                !calls.contains(new Place(turn, intended.callId()))
                    && !intended.tool().equals(Recall.NAME);
            default -> false;
          };
      if (isOthers) {
        assertThat(line(i, erasure.entries().get(i)))
            .isEqualTo(KEY.matcher(line(i, entry)).replaceAll(erasure.done().item().key()));
      }
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void oneItemAfterTheOtherAndAgain(@ForAll("tales") List<Tale.Event> events) {
    Tale tale = Tale.of(events);
    List<Entry> entries = tale.story().entries();
    Set<String> words = new HashSet<>();
    for (String key : Tale.ITEMS) {
      var item = new WorkItem(key);
      if (isKnown(entries, item)) {
        words.addAll(Owned.wordsOf(item, tale));
        Erasure erasure = erased(entries, item);
        assertThat(erased(erasure.entries(), erasure.done().item())).isEqualTo(erasure);
        entries = erasure.entries();
      }
    }
    assertThat(words).noneMatch(lines(entries)::contains);
  }

  private static Erasure erased(List<Entry> entries, WorkItem item) {
    return Erasure.of(entries, item, "Pat", Story.NOON, SECRET);
  }

  private static boolean isKnown(List<Entry> entries, WorkItem item) {
    return Ledger.of(entries).latest(item).isPresent();
  }

  private static String line(long at, Entry entry) {
    String line = new String(new LineFormat("id", new NoShelf()).line(at, 0, entry), UTF_8);
    return line.substring(0, line.lastIndexOf(",\"sum\""));
  }

  private static String lines(List<Entry> entries) {
    return IntStream.range(0, entries.size())
        .mapToObj(i -> line(i, entries.get(i)))
        .collect(Collectors.joining("\n"));
  }

  private record NoShelf() implements MediaShelf {
    @Override
    public void keep(List<Media> shown) {}

    @Override
    public byte[] read(Media media) {
      throw new IllegalStateException("nothing is shown");
    }
  }

  private static boolean isRecall(List<Entry> entries, String callId) {
    return entries.stream()
        .anyMatch(entry ->
            entry instanceof Intended intended
                && intended.callId().equals(callId)
                && intended.tool().equals(Recall.NAME));
  }

  /** What is on record of an opening, without any text. */
  private record Deeds(Opening opening, boolean open, List<String> effects) {}

  private static Set<Deeds> deeds(Ledger ledger, WorkItem besides) {
    Set<Deeds> deeds = new HashSet<>();
    for (String key : Tale.ITEMS) {
      add(deeds, ledger, new WorkItem(key));
    }
    add(deeds, ledger, besides);
    return deeds;
  }

  private static void add(Set<Deeds> deeds, Ledger ledger, WorkItem item) {
    ledger
        .latest(item)
        .ifPresent(record ->
            deeds.add(
                new Deeds(
                    record.opening(),
                    record.isOpen(),
                    record.effects().stream()
                        .map(e ->
                            "%d %s %s %s %s"
                                .formatted(
                                    e.turn(),
                                    e.call().tool(),
                                    e.intended().effect(),
                                    e.standing(),
                                    e.intended().at()))
                        .toList())));
  }

  private static Set<Deeds> renamed(Set<Deeds> deeds, WorkItem item, WorkItem name) {
    return deeds.stream()
        .map(each ->
            each.opening.item().equals(item)
                ? new Deeds(new Opening(name, each.opening.number()), each.open, each.effects)
                : each)
        .collect(Collectors.toSet());
  }
}
