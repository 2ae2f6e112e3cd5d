package dev.recap.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.recap.compaction.Compaction;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.Journal;
import dev.recap.journal.Replied;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.LedgerEffect;
import dev.recap.ledger.OpeningRecord;
import dev.recap.model.ModelReply;
import dev.recap.projection.ProjectedJournal;
import dev.recap.projection.SnapshotCuts;
import dev.recap.projection.View;
import dev.recap.work.Effect;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Opening;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Whatever the model says and wherever the view is compacted. What must hold of each request is
 * checked by {@link Ramble} when it is asked.
 */
class LoopPropertiesTest {
  private static final int TRIES = 200;

  @Property(tries = TRIES)
  void everyCallHasOneAnswerAndNothingThatWasDoneIsForgotten(
      @ForAll("replies") List<Supplier<ModelReply>> replies,
      @ForAll("summaries") List<Supplier<ModelReply>> summaries,
      @ForAll("policies") Compaction policy) {
    Journal journal = Journal.inMemory();
    var shop = new PaintShop();
    var model = new Ramble(replies, summaries, journal);
    Run run = agent(model, policy, shop).start(journal, Ramble.TASK);
    run.result();
    while (model.hasMoreToSay()) {
      run = run.send("Go on.");
      run.result();
    }

    everyCallHasOneAnswer(journal.entries());
    everythingDoneIsInTheLedger(journal.entries());
    nothingHappenedTwice(journal.entries());
    assertThat(shop.done).hasSize(confirmed(journal.entries()).size());
  }

  @Property(tries = TRIES)
  void aCompactionForcedBeforeAnyRequestForgetsNothingThatWasDone(
      @ForAll("replies") List<Supplier<ModelReply>> replies,
      @ForAll("summaries") List<Supplier<ModelReply>> summaries,
      @ForAll("policies") Compaction policy) {
    Journal journal = Journal.inMemory();
    var shop = new PaintShop();
    var model = new Ramble(replies, summaries, journal);
    Run run = agent(model, policy, shop).start(journal, Ramble.TASK);
    run.compact();
    for (Turn turn : run) {
      assertThat(turn.messages()).isPositive();
      if (journal.entries().getLast() instanceof Answered) {
        run.compact();
      }
    }

    everyCallHasOneAnswer(journal.entries());
    everythingDoneIsInTheLedger(journal.entries());
    nothingHappenedTwice(journal.entries());
  }

  @Property(tries = TRIES)
  void carriedForwardTheFoldsAreWhatTheWholeJournalGives(
      @ForAll("replies") List<Supplier<ModelReply>> replies,
      @ForAll("summaries") List<Supplier<ModelReply>> summaries,
      @ForAll("policies") Compaction policy) {
    Journal journal = Journal.inMemory();
    var shop = new PaintShop();
    var model = new Ramble(replies, summaries, journal);
    agent(model, policy, shop).start(journal, Ramble.TASK).result();

    Journal copy = Journal.inMemory();
    var carried = new ProjectedJournal(copy, 7, entry -> {});
    for (Entry entry : journal.entries()) {
      carried.append(entry);
      assertThat(carried.view()).isEqualTo(View.of(copy.entries(), 7));
      assertThat(carried.ledger().open()).isEqualTo(Ledger.of(copy.entries()).open());
      assertThat(carried.ledger().unsettled()).isEqualTo(Ledger.of(copy.entries()).unsettled());
    }
  }

  @Property(tries = TRIES / 4)
  void aSnapshotAndTheRestGiveWhatTheWholeJournalGives(
      @ForAll("replies") List<Supplier<ModelReply>> replies,
      @ForAll("summaries") List<Supplier<ModelReply>> summaries,
      @ForAll("policies") Compaction policy) {
    Journal journal = Journal.inMemory();
    var model = new Ramble(replies, summaries, journal);
    Run run = agent(model, policy, new PaintShop()).start(journal, Ramble.TASK);
    run.result();
    while (model.hasMoreToSay()) {
      run = run.send("Go on.");
      run.result();
    }

    SnapshotCuts.checkEach(journal.entries());
  }

  @Property(tries = TRIES)
  void aKilledRunGoesOnWithoutDoingTwiceWhatMayHappenOnce(
      @ForAll("replies") List<Supplier<ModelReply>> replies,
      @ForAll("summaries") List<Supplier<ModelReply>> summaries,
      @ForAll("policies") Compaction policy,
      @ForAll @IntRange(min = 2, max = 40) int entries) {
    Journal journal = Journal.inMemory();
    var shop = new PaintShop();
    var model = new Ramble(replies, summaries, journal);
    boolean killed = false;
    try {
      agent(model, policy, shop).start(Ramble.killedAfter(entries, journal), Ramble.TASK).result();
    } catch (Ramble.Killed gone) {
      killed = true;
    }
    if (killed) {
      var again = new Ramble(replies, summaries, journal);
      agent(again, policy, shop).resume(journal).result();
    }

    everyCallHasOneAnswer(journal.entries());
    everythingDoneIsInTheLedger(journal.entries());
    assertThat(shop.done.stream().filter(done -> done.startsWith("mailed")))
        .doesNotHaveDuplicates();
  }

  @Property(tries = TRIES)
  void noJournalBreaksWhoeverReadsIt(
      @ForAll("replies") List<Supplier<ModelReply>> replies,
      @ForAll @IntRange(max = 40) int entries) {
    Journal journal = Journal.inMemory();
    var model = new Ramble(replies, List.of(), journal);
    agent(model, Compaction.none(), new PaintShop()).start(journal, Ramble.TASK).result();
    List<Entry> some = journal.entries().subList(0, Math.min(entries, journal.entries().size()));

    assertThatCode(() -> View.of(some, 0).messages()).doesNotThrowAnyException();
  }

  private static Agent agent(Ramble model, Compaction policy, PaintShop shop) {
    return Agent.builder(model)
        .tools(shop)
        .compaction(policy)
        .until(Check.everyItemClosed())
        .build();
  }

  private static void everyCallHasOneAnswer(List<Entry> entries) {
    List<String> open = new ArrayList<>();
    for (Entry entry : entries) {
      switch (entry) {
        case Replied replied -> {
          assertThat(open).as("when the next reply came").isEmpty();
          replied.reply().calls().forEach(call -> open.add(call.id()));
        }
        case Answered answered -> assertThat(open.remove(answered.callId())).isTrue();
        default -> {}
      }
    }
    assertThat(open).isEmpty();
  }

  private static void everythingDoneIsInTheLedger(List<Entry> entries) {
    Ledger ledger = Ledger.of(entries);
    Set<String> known = new HashSet<>();
    ledger.withoutItem().forEach(effect -> known.add(name(effect)));
    for (Opening opening : openings(entries)) {
      ledger.record(opening).map(OpeningRecord::effects).stream()
          .flatMap(List::stream)
          .forEach(effect -> known.add(name(effect)));
    }
    for (Confirmed confirmed : confirmed(entries)) {
      if (confirmed.intended().effect().changes()) {
        assertThat(known).contains(confirmed.turn() + " " + confirmed.intended().callId());
      }
    }
  }

  private static void nothingHappenedTwice(List<Entry> entries) {
    Map<IdempotencyKey, Integer> times = new HashMap<>();
    for (Confirmed confirmed : confirmed(entries)) {
      if (confirmed.intended().effect() == Effect.ONCE) {
        times.merge(confirmed.intended().key(), 1, Integer::sum);
      }
    }
    assertThat(times.values()).allMatch(count -> count == 1);
  }

  private static String name(LedgerEffect effect) {
    return effect.turn() + " " + effect.call().id();
  }

  /** A call that ran and succeeded. */
  private record Confirmed(int turn, Intended intended) {}

  private static List<Confirmed> confirmed(List<Entry> entries) {
    List<Confirmed> confirmed = new ArrayList<>();
    Map<String, Intended> intended = new HashMap<>();
    int turn = 0;
    for (Entry entry : entries) {
      if (entry instanceof Replied replied) {
        turn = replied.turn();
        intended.clear();
      } else if (entry instanceof Intended begun) {
        intended.put(begun.callId(), begun);
      } else if (entry instanceof Answered answered && answered.standing() == Standing.CONFIRMED) {
        confirmed.add(new Confirmed(turn, intended.get(answered.callId())));
      }
    }
    return confirmed;
  }

  private static Set<Opening> openings(List<Entry> entries) {
    Set<Opening> openings = new HashSet<>();
    for (Entry entry : entries) {
      if (entry instanceof Intended intended) {
        intended.namedOpening().ifPresent(openings::add);
      }
      if (entry instanceof Answered answered) {
        answered.itemChange().ifPresent(change -> openings.add(change.opening()));
      }
    }
    return openings;
  }

  @Provide
  Arbitrary<List<Supplier<ModelReply>>> replies() {
    return Gibberish.replies();
  }

  @Provide
  Arbitrary<List<Supplier<ModelReply>>> summaries() {
    return Gibberish.summaries();
  }

  @Provide
  Arbitrary<Compaction> policies() {
    return Gibberish.policies();
  }
}
