package dev.recap.cli;

import dev.recap.lab.play.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Says now and then how far an experiment is and how long the rest will take. */
final class TimeLeft implements Progress {
  private static final long EVERY_NANOS = Duration.ofSeconds(10).toNanos();

  private final PrintWriter err;
  private final LongSupplier nanoTime;
  private final long begun;
  private long said;

  TimeLeft(PrintWriter err, LongSupplier nanoTime) {
    this.err = err;
    this.nanoTime = nanoTime;
    this.begun = nanoTime.getAsLong();
    this.said = begun;
  }

  @Override
  public void at(int done, int total) {
    long now = nanoTime.getAsLong();
    if (now - said >= EVERY_NANOS || done == total) {
      said = now;
      long taken = Duration.ofNanos(now - begun).toSeconds();
      err.println(
          "%,d of %,d runs in %d s, about %d s to go"
              .formatted(done, total, taken, taken * (total - done) / done));
    }
  }
}
