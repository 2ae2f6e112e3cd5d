package dev.recap.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.bytes.Packer;
import dev.recap.compaction.Compaction;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import dev.recap.model.Prices;
import dev.recap.testing.Replies;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A long journal is resumed without reading what a snapshot stands for, and says the same. */
class SnapshotResumeTest {
  private static final int TURNS = 200;
  private static final Prices PRICES = new Prices(2, 0.2, 2.5, 10);

  /** Keeps a snapshot, and says from where it was read. */
  private static final class Keeping extends JournalOver {
    private @Nullable Snapshot kept;
    private long readFrom;

    Keeping() {
      super(Journal.inMemory());
    }

    /** One with the same entries. */
    Keeping copy(@Nullable Snapshot itsSnapshot) {
      var copy = new Keeping();
      copy.append(entries());
      copy.kept = itsSnapshot;
      return copy;
    }

    @Override
    public Optional<Snapshot> snapshot() {
      return Optional.ofNullable(kept);
    }

    @Override
    public void keepSnapshot(long size, Supplier<List<byte[]>> bytes) {
      assertThat(size).isLessThanOrEqualTo(size());
      kept = new Snapshot(size, Packer.joined(bytes.get()));
    }

    @Override
    public void read(long from, Consumer<? super Entry> each) {
      readFrom = from;
      super.read(from, each);
    }
  }

  /** Looks something up, for ever. */
  private record Looking(Prices prices) implements Model {
    @Override
    public ModelProfile profile() {
      return new ModelProfile("looking", 200_000, 0, prices);
    }

    @Override
    public ModelReply ask(ModelRequest request) {
      return Replies.calling("look_up", "{\"words\":\"glue\"}").using(1_000, 50).reply();
    }
  }

  private final Keeping journal = new Keeping();

  private static AgentBuilder agent(Prices prices) {
    return Agent.builder(new Looking(prices)).tools(new PaintShop()).compaction(Compaction.none());
  }

  @BeforeEach
  void workForSomeTime() {
    Agent agent = agent(PRICES).limits(Limits.turns(2 * TURNS)).build();
    try (Run run = agent.start(journal, "Look.")) {
      Iterator<Turn> turns = run.iterator();
      for (int turn = 0; turn < TURNS; turn++) {
        turns.next();
      }
    }
  }

  @Test
  void readsOnlyWhatCameAfterIt() {
    agent(PRICES).build().resume(journal);

    assertThat(journal.readFrom).isBetween(500L, journal.size());
  }

  @Test
  void knowsWhatTheRunHasSpent() {
    for (Limits limits :
        List.of(
            Limits.turns(TURNS),
            Limits.turns(2 * TURNS).tokens(1),
            Limits.turns(2 * TURNS).dollars(0.000_1))) {
      Agent agent = agent(PRICES).limits(limits).build();
      RunResult whole = agent.resume(journal.copy(null)).result();

      assertThat(agent.resume(journal.copy(journal.kept)).result()).isEqualTo(whole);
      assertThat(whole).isNotInstanceOf(RunResult.Answered.class);
    }
  }

  @Test
  void countsTheMoneyAgainWherePricesAreOthers() {
    Agent dearer =
        agent(new Prices(4, 0.2, 2.5, 10)).limits(Limits.turns(2 * TURNS).dollars(0.000_1)).build();
    RunResult whole = dearer.resume(journal.copy(null)).result();
    Keeping kept = journal.copy(journal.kept);

    assertThat(dearer.resume(kept).result()).isEqualTo(whole);
    assertThat(kept.readFrom).isZero();
  }

  @Test
  void readsAllOfItWhereTheToolsAreOthers() {
    Agent.builder(new Looking(PRICES)).compaction(Compaction.none()).build().resume(journal);

    assertThat(journal.readFrom).isZero();
  }

  @Test
  void keepsAnotherAtOnceWhereTheLastOneDoesNotFit() {
    Keeping without = journal.copy(null);
    agent(PRICES).build().resume(without);
    assertThat(without.readFrom).isZero();

    agent(PRICES).build().resume(without);
    assertThat(without.readFrom).isGreaterThan(500);
  }
}
