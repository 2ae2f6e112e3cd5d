package dev.recap.lab.play;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does many pieces of work on some threads, which end with it. Of one thread itself. */
public final class Workers {
  private static final int THREADS = 2;

  private final Progress progress;
  private final int many;
  private int done;

  /** Two, for work that keeps them busy. */
  public Workers(Progress progress) {
    this(progress, THREADS);
  }

  public Workers(Progress progress, int many) {
    this.progress = progress;
    this.many = many;
  }

  /** One piece of work. */
  @FunctionalInterface
  public interface Work<T, R> {
    R of(int index, T piece);
  }

  /** The results, in the order of the pieces. */
  public <T, R> List<R> all(List<T> pieces, Work<T, R> work) {
    done = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
      List<Future<R>> under = new ArrayList<>();
      for (int i = 0; i < pieces.size(); i++) {
        int index = i;
        under.add(
            threads.submit(() -> {
              R result = work.of(index, pieces.get(index));
              finished(pieces.size());
              return result;
            }));
      }
      try {
        return results(under);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private static <R> List<R> results(List<Future<R>> under) {
    List<R> results = new ArrayList<>();
    try {
      for (Future<R> one : under) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a cell could not be played: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while cells were played", e);
    }
  }

  private synchronized void finished(int total) {
    done++;
    progress.at(done, total);
  }
}
