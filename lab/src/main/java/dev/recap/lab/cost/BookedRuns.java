package dev.recap.lab.cost;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** Runs that were played, each once. Plays as many at a time as there are processors. */
final class BookedRuns {
  private final Map<CostPlay, BookedRun> runs = new ConcurrentHashMap<>();
  private final BiConsumer<CostPlay, Integer> progress;

  /**
   * Nothing played yet.
   *
   * @param progress told of each run that is done, and of how many are still to be played; from
   *     several threads
   */
  BookedRuns(BiConsumer<CostPlay, Integer> progress) {
    this.progress = progress;
  }

  /** The run, which is played if it was not yet. */
  BookedRun of(CostPlay play) {
    return playAll(List.of(play)).getFirst();
  }

  /** Plays what is missing, and gives all in the order asked. */
  List<BookedRun> playAll(Collection<CostPlay> plays) {
    var missing = new LinkedHashSet<>(plays);
    missing.removeAll(runs.keySet());
    var left = new AtomicInteger(missing.size());
    int threads = Math.max(1, Math.min(missing.size(), Runtime.getRuntime().availableProcessors()));
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Callable<BookedRun>> tasks = new ArrayList<>();
      missing.forEach(play ->
          tasks.add(() -> {
            BookedRun run = play.booked();
            runs.put(play, run);
            progress.accept(play, left.decrementAndGet());
            return run;
          }));
      for (Future<BookedRun> done : pool.invokeAll(tasks)) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while runs were played", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException("a run could not be played", e.getCause());
    }
    return plays.stream().map(this::played).toList();
  }

  private BookedRun played(CostPlay play) {
    BookedRun run = runs.get(play);
    if (run == null) {
      throw new IllegalStateException("was not played: " + play);
    }
    return run;
  }
}
