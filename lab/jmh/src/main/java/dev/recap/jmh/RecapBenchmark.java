package dev.recap.jmh;

import dev.recap.agent.Agent;
import dev.recap.agent.Run;
import dev.recap.agent.RunResult;
import dev.recap.agent.Turn;
import dev.recap.journal.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The loop of this library. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 20)
@Measurement(iterations = 60)
@Fork(1)
public class RecapBenchmark {
  /** Runs on a short journal before anything is measured, so that the loop is compiled. */
  private static final int WARMING_RUNS = 4_000;

  private static final int RUNS_BEFORE_EACH = 30;

  /** Messages of the request before the question. */
  @Param({"10", "100", "1000"})
  public int messages;

  /** Entries on record for what has left the view. */
  @Param({"10", "1000", "100000"})
  public int entries;

  private final Agent agent = Past.agent(InstantModel.lookingUpOnce(), new Shop());
  private List<Entry> past = List.of();
  private List<Entry> shortPast = List.of();
  private Run run = agent.start(Words.TASK);

  /** Makes the conversation and warms the loop. */
  @Setup(Level.Trial)
  public void remember() {
    past = Past.of(messages, entries);
    shortPast = Past.of(messages, 10);
    warm(WARMING_RUNS * 10 / messages + 100);
  }

  /**
   * Starts the run: this reads the whole journal, once. Reading a long one leaves the caches of the
   * processor cold, which is no cost of a turn; so other turns are made before the measured ones.
   */
  @Setup(Level.Iteration)
  public void begin() {
    run = agent.send(Past.goingOn(past), Words.QUESTION);
    warm(RUNS_BEFORE_EACH);
  }

  private void warm(int runs) {
    for (int i = 0; i < runs; i++) {
      twoTurns(agent.send(Past.goingOn(shortPast), Words.QUESTION));
    }
  }

  /** Two turns of a run that goes on from there. */
  @Benchmark
  @OperationsPerInvocation(2)
  public RunResult turn() {
    return twoTurns(run);
  }

  private static RunResult twoTurns(Run run) {
    List<Turn> turns = new ArrayList<>();
    run.forEach(turns::add);
    if (turns.size() != 2) {
      throw new IllegalStateException("expected two turns, but there were " + turns.size());
    }
    return run.result();
  }

  /** What a run costs before its first turn: reading the journal. */
  @Benchmark
  public Run start() {
    return agent.send(Past.goingOn(past), Words.QUESTION);
  }
}
