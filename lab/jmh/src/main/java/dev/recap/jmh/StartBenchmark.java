package dev.recap.jmh;

import dev.recap.agent.Agent;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What a run costs before its first turn: reading the journal, once. */
@Warmup(iterations = 20)
@Measurement(iterations = 20)
public class StartBenchmark extends SingleShot {
  private static final int WARMING_RUNS = 2_000;

  /** Messages of the first request. */
  @Param({"11", "1001"})
  public int messages;

  /** Entries on record for what has left the view. */
  @Param({"10", "1000", "100000"})
  public int entries;

  private final Agent agent = Past.agent(new InstantModel(request -> InstantModel.answering()));
  private List<Entry> past = List.of();
  private Journal journal = Journal.inMemory();

  /** Makes the conversation, and starts on a short one until that is compiled. */
  @Setup(Level.Trial)
  public void remember() {
    List<Entry> shortPast = Past.of(11, 10);
    for (int i = 0; i < WARMING_RUNS; i++) {
      journal = journalOf(shortPast);
      agent.send(journal, Words.QUESTION);
    }
    past = Past.of(messages, entries);
  }

  /** Goes back to it. */
  @Setup(Level.Iteration)
  public void begin() {
    journal = journalOf(past);
  }

  private static Journal journalOf(List<Entry> entries) {
    Journal journal = Journal.inMemory();
    journal.append(entries);
    return journal;
  }

  /** Reading it. */
  @Benchmark
  public void start(Meter meter, Blackhole taken) {
    meter.measure(1, () -> taken.consume(agent.send(journal, Words.QUESTION)));
  }
}
