package dev.recap.jmh;

import dev.recap.agent.Agent;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.journal.JsonLinesJournal;
import dev.recap.storage.Store;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What it takes to open a journal and to resume its last run, each time in a JVM of its own with a
 * heap of 64 MB: first without a snapshot, then with the one that was kept. The 30 entries show
 * what a JVM takes to load the classes.
 */
public final class Openings {
  private static final int[] ENTRIES = {30, 10_000, 100_000};
  private static final int OPENINGS = 5;
  private static final int APPENDED_AT_ONCE = 500;
  private static final double NANOS = 1e9;

  private Openings() {}

  /** Where a journal is kept. */
  enum Kept {
    FILE,
    SQLITE;

    void in(Path place, Consumer<Journal> work) {
      switch (this) {
        case FILE -> {
          try (var journal = JsonLinesJournal.open(place)) {
            work.accept(journal);
          }
        }
        case SQLITE -> {
          try (Store store = Store.sqlite(place);
              var journal = store.open("queue")) {
            work.accept(journal);
          }
        }
      }
    }
  }

  /** Seconds, and megabytes of the heap that are in use afterwards. */
  private record Opening(double seconds, long megabytes) {}

  /** Without arguments it measures all; with two it opens one. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 2) {
      open(Kept.valueOf(arguments[0]), Path.of(arguments[1]));
      return;
    }
    boolean json = List.of(arguments).contains("--json");
    Path folder = Files.createTempDirectory("openings");
    List<Entry> longest = new LongQueue().entries(ENTRIES[ENTRIES.length - 1]);
    for (Kept kept : Kept.values()) {
      for (int entries : ENTRIES) {
        Path place = folder.resolve("%s-%d".formatted(kept, entries));
        kept.in(place, journal -> append(journal, longest.subList(0, entries)));
        Opening without = measured(kept, place);
        List<Opening> with =
            IntStream.range(0, OPENINGS).mapToObj(i -> measured(kept, place)).toList();
        double median =
            with.stream()
                .mapToDouble(Opening::seconds)
                .sorted()
                .skip(OPENINGS / 2)
                .findFirst()
                .orElseThrow();
        long most = with.stream().mapToLong(Opening::megabytes).max().orElseThrow();
        System.out.printf(
            Locale.ROOT,
            json
                ? "{\"store\":\"%s\",\"entries\":%d,\"withoutSnapshot\":%.2f,\"seconds\":%.2f,\"megabytes\":%d}%n"
                : "%-7s %,8d entries: %6.2f s without a snapshot, %5.2f s with it, %3d MB in use%n",
            kept.name().toLowerCase(Locale.ROOT),
            entries,
            without.seconds(),
            median,
            most);
      }
    }
  }

  private static void append(Journal journal, List<Entry> entries) {
    for (int from = 0; from < entries.size(); from += APPENDED_AT_ONCE) {
      journal.append(entries.subList(from, Math.min(entries.size(), from + APPENDED_AT_ONCE)));
    }
  }

  private static void open(Kept kept, Path place) {
    Agent agent = new LongQueue().agent();
    long began = System.nanoTime();
    kept.in(
        place,
        journal -> {
          agent.resume(journal).ledger();
          double seconds = (System.nanoTime() - began) / NANOS;
          System.gc();
          long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
          System.out.printf(Locale.ROOT, "%.3f %d%n", seconds, used >> 20);
        });
  }

  private static Opening measured(Kept kept, Path place) {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx64m",
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Openings.class.getName(),
                  kept.name(),
                  place.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String[] said = new String(process.getInputStream().readAllBytes()).strip().split(" ");
      return new Opening(Double.parseDouble(said[0]), Long.parseLong(said[1]));
    } catch (IOException e) {
      throw new IllegalStateException("no JVM opened " + place, e);
    }
  }
}
