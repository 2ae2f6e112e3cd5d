package dev.recap.jmh;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** One turn, the view being held at its size over all of them. */
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
public class TurnBenchmark extends SingleShot {
  /**
   * Messages of all requests together that compile the loop: a time would not, on a busy machine.
   */
  private static final int WARMING_MESSAGES = 1_000_000;

  private static final int WARMING_TURNS = 1_000;

  /** Whose loop. */
  public enum Whose {
    RECAP_WORKING,
    RECAP_READING,
    LANGCHAIN4J,
    JAVA_SDK
  }

  @Param public Whose loop = Whose.RECAP_WORKING;

  /** Messages of a request, on average. */
  @Param({"10", "1000"})
  public int messages;

  /** Entries on record for what has left the view; of no meaning to the peers. */
  @Param("10")
  public int entries;

  /** Turns of one measurement. */
  @Param("10000")
  public int turns;

  private Loop measured = new SdkLoop(0);

  /** Makes the conversation, and turns of it until the loop is compiled. */
  @Setup(Level.Trial)
  public void remember() {
    measured =
        switch (loop) {
          case RECAP_WORKING -> RecapLoop.working(messages, entries);
          case RECAP_READING -> RecapLoop.reading(messages, entries);
          case LANGCHAIN4J -> new LangChain4jLoop(messages);
          case JAVA_SDK -> new SdkLoop(messages);
        };
    for (int made = 0; made < WARMING_MESSAGES / messages; made += WARMING_TURNS) {
      measured.prepare(WARMING_TURNS);
      measured.make();
    }
  }

  /** Goes back to it. */
  @Setup(Level.Iteration)
  public void begin() {
    measured.prepare(turns);
  }

  /** All the turns. */
  @Benchmark
  public void turn(Meter meter) {
    meter.measure(turns, measured::make);
  }
}
