package dev.recap.jmh;

import dev.recap.agent.Agent;
import dev.recap.agent.Run;
import dev.recap.agent.RunResult;
import dev.recap.compaction.Trim;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The oldest turns leave, as many as can: one turn that begins with a forced trim. */
public class TrimBenchmark extends SingleShot {
  private static final int WARMING_TURNS = 50;
  private static final int WARMING_RUNS = 200;
  private static final int ENTRIES_BEFORE = 10;

  /** Turns in view. */
  @Param({"100", "200", "400", "800", "1600"})
  public int inView;

  private final Agent agent =
      Past.shorteningBy(new Trim(), new InstantModel(request -> InstantModel.answering()));
  private List<Entry> past = List.of();
  private Run run = agent.start(Words.TASK);

  /** Makes the conversation, and trims short ones until that is compiled. */
  @Setup(Level.Trial)
  public void remember() {
    past = Past.of(2 * WARMING_TURNS, ENTRIES_BEFORE);
    for (int i = 0; i < WARMING_RUNS; i++) {
      begin();
      run.result();
    }
    past = Past.of(2 * inView, ENTRIES_BEFORE);
  }

  /** Goes back to it. */
  @Setup(Level.Iteration)
  public void begin() {
    Journal journal = Journal.inMemory();
    journal.append(past);
    run = agent.send(journal, Words.QUESTION);
    run.compact();
  }

  /** The trim, and a request of what is left. */
  @Benchmark
  public RunResult trim(Meter meter) {
    meter.measure(1, run::result);
    return run.result();
  }
}
