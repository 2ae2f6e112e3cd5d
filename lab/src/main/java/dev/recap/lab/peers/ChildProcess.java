package dev.recap.lab.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One command as a child process, bounded in time. */
final class ChildProcess {
  private static final Duration TICK = Duration.ofSeconds(2);

  private final ProcessBuilder command;
  private final Duration limit;

  ChildProcess(ProcessBuilder command, Duration limit) {
    this.command = command.redirectErrorStream(true);
    this.limit = limit;
  }

  /**
   * How a child process ended.
   *
   * @param exitCode meaningless when it was stopped
   * @param stopped whether the time was up and the process was ended
   */
  record Exit(int exitCode, boolean stopped) {}

  /**
   * Runs the command to its end, or to the end of its time.
   *
   * @param lines gets what it prints, standard error included
   * @param tick called every two seconds while it runs
   * @throws UncheckedIOException when it cannot be started
   */
  Exit run(Consumer<String> lines, Runnable tick) {
    Process process = start();
    Thread reader = Thread.ofVirtual().start(() -> read(process, lines));
    try {
      long end = System.nanoTime() + limit.toNanos();
      boolean over = ended(process, end);
      while (!over && System.nanoTime() < end) {
        tick.run();
        over = ended(process, end);
      }
      if (over) {
        // Ending a process closes what it printed, read or not; a child of its own may hold it
        // open.
        reader.join(TICK);
      }
      end(process);
      reader.join();
      return new Exit(process.waitFor(), !over);
    } catch (InterruptedException e) {
      end(process);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while %s ran".formatted(command.command()), e);
    }
  }

  /** Waits for a tick, or for what is left of the time. */
  private static boolean ended(Process process, long endNanos) throws InterruptedException {
    long left = Math.min(TICK.toNanos(), endNanos - System.nanoTime());
    return process.waitFor(left, TimeUnit.NANOSECONDS);
  }

  private Process start() {
    try {
      Process process = command.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s cannot be started: %s".formatted(command.command().getFirst(), e.getMessage()), e);
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static void read(Process process, Consumer<String> lines) {
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.accept(line);
      }
    } catch (IOException e) {
      // The pipe of a process that was ended breaks; what it said before stands.
      lines.accept("(output ended: " + e.getMessage() + ")");
    }
  }
}
