package dev.recap.desk.trial;

import dev.recap.desk.batch.Stop;
import dev.recap.desk.knowledge.KnowledgeBase;
import dev.recap.desk.review.RefusedException;
import dev.recap.desk.shift.Models;
import dev.recap.model.Model;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trials that are worked at a desk, each in a folder of its own and on a thread of this
 * process. After the process died they stand where their journals end, and can be resumed. What
 * came of one goes on record with the desk; the folder of one that was worked to its end goes. Safe
 * for many threads.
 */
public final class TrialsAtWork implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TrialsAtWork.class);
  private static final String ARTICLES = "those of the desk";

  private final TrialShelf shelf;
  private final Place place;
  private final Consumer<String> stirred;
  private final Map<String, Working> working = new ConcurrentHashMap<>();
  private final Map<String, String> failed = new ConcurrentHashMap<>();

  /** What trials work with; it stays the caller's. */
  public record Place(Trials record, Supplier<KnowledgeBase> knowledge, Models models) {}

  /**
   * What is going to happen.
   *
   * @param estimate what it will roughly take
   */
  public record Plan(AnsweredFile file, TrialOrder order, TrialEstimate estimate) {}

  /**
   * A trial that is not at its end.
   *
   * @param progress null where nothing is known yet
   * @param problem why it came to rest; null where it works, or was stopped
   */
  public record Unfinished(
      String id,
      TrialAsked asked,
      boolean working,
      @Nullable TrialProgress progress,
      @Nullable String problem) {}

  private static final class Working {
    private final Stop stop = new Stop();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable TrialProgress progress;
  }

  /**
   * Nothing is begun yet.
   *
   * @param folder where each trial gets a folder
   * @param stirred told a trial's id when something of it is new, on any thread; must be quick
   */
  public TrialsAtWork(Path folder, Place place, Consumer<String> stirred) {
    this.shelf = new TrialShelf(folder);
    this.place = place;
    this.stirred = stirred;
  }

  /**
   * Looks at a file without beginning anything.
   *
   * @throws IllegalArgumentException or ImportException when the file or what is asked will not do,
   *     as {@link AnsweredFile} and {@link TrialOrder} say
   */
  public Plan plan(Path file, TrialAsked asked) {
    AnsweredFile read = asked.file(file);
    TrialOrder order = order(read, asked);
    return new Plan(read, order, run(order, new Working()).estimate(0));
  }

  /**
   * Begins one.
   *
   * @param file copied
   * @return its id
   * @throws IllegalArgumentException or ImportException as {@link #plan}
   */
  public String start(Path file, TrialAsked asked) {
    order(asked.file(file), asked);
    String id = shelf.put(file, asked);
    begin(id);
    return id;
  }

  /**
   * Goes on with one that came to rest.
   *
   * @param dollars another limit; null for the same
   * @throws IllegalArgumentException when it is at work, or there is no such one
   */
  public void resume(String id, @Nullable Double dollars) {
    TrialAsked asked = shelf.asked(id).orElseThrow(() -> unknown(id));
    if (dollars != null) {
      shelf.again(id, asked.atMost(dollars));
    }
    begin(id);
  }

  /** Lets one come to rest after the turn in hand; returns at once. */
  public void stop(String id) {
    Working now = working.get(id);
    if (now != null) {
      now.stop.ask();
    }
  }

  /** What came of those that were worked before. */
  public Trials record() {
    return place.record();
  }

  /**
   * Takes away what is left of those that rest, with the tickets in it: whoever wants one has to
   * order it again.
   *
   * @throws RefusedException when one is at work; then nothing is taken away
   */
  public void forgetAll() {
    if (!working.isEmpty()) {
      throw new RefusedException(
          RefusedException.Reason.HELD,
          "a trial is at work, with tickets of its own: stop it, then go on");
    }
    shelf.ids().forEach(shelf::take);
  }

  /** Those that are not at their end, the newest first. */
  public List<Unfinished> unfinished() {
    return shelf.ids().stream()
        .flatMap(id -> unfinished(id).stream())
        .sorted(Comparator.comparing((Unfinished one) -> one.asked().at()).reversed())
        .toList();
  }

  /** One of them. */
  public Optional<Unfinished> unfinished(String id) {
    @Nullable Working now = working.get(id);
    return shelf
        .asked(id)
        .map(asked ->
            new Unfinished(
                id,
                asked,
                now != null,
                now == null ? null : now.progress,
                now == null ? failed.get(id) : null));
  }

  private static IllegalArgumentException unknown(String id) {
    return new IllegalArgumentException("there is no trial '%s' to go on with".formatted(id));
  }

  private void begin(String id) {
    var now = new Working();
    if (working.putIfAbsent(id, now) != null) {
      throw new IllegalArgumentException("trial '%s' is at work already".formatted(id));
    }
    failed.remove(id);
    Thread.ofVirtual().name("trial-" + id).start(() -> work(id, now));
  }

  private void work(String id, Working now) {
    try {
      TrialAsked asked = shelf.asked(id).orElseThrow(() -> unknown(id));
      TrialOrder order = order(asked.file(shelf.file(id)), asked);
      TrialResult result = work(id, order, now);
      place.record().put(result);
      if (result.about().state().equals("done")) {
        shelf.take(id);
      }
    } catch (RuntimeException failure) {
      LOG.warn("trial {} came to rest", id, failure);
      failed.put(id, String.valueOf(failure.getMessage()));
    } finally {
      working.remove(id);
      now.over.countDown();
      stirred.accept(id);
    }
  }

  private TrialResult work(String id, TrialOrder order, Working now) {
    try (TrialFolder trial = TrialFolder.open(shelf.folder(id));
        Models.Open open = place.models().open(order.who().model())) {
      trial.paper(id, order, ARTICLES);
      var means =
          new TrialMeans(place.knowledge().get(), ARTICLES, open::model, place.models()::profile);
      var watch =
          new TrialWatch(
              now.stop,
              said -> LOG.info("trial {}: {}", id, said),
              done -> {
                now.progress = done;
                stirred.accept(id);
              });
      return new TrialRun(order, means, watch).work(trial);
    }
  }

  private TrialRun run(TrialOrder order, Working now) {
    Supplier<Model> nobody =
        () -> {
          throw new IllegalStateException("an estimate asks nobody");
        };
    var means = new TrialMeans(place.knowledge().get(), ARTICLES, nobody, place.models()::profile);
    return new TrialRun(order, means, new TrialWatch(now.stop, said -> {}, done -> {}));
  }

  private TrialOrder order(AnsweredFile read, TrialAsked asked) {
    if (!place.models().names().contains(asked.model())) {
      throw new IllegalArgumentException(
          "model is '%s', but must be one of %s".formatted(asked.model(), place.models().names()));
    }
    return asked.order(read.tickets(), place.models().isSimulated(asked.model()));
  }

  /** Waits until one has come to rest; at once where it is not at work. */
  public void await(String id) {
    Working now = working.get(id);
    if (now != null) {
      await(now);
    }
  }

  /** Lets all come to rest, and waits for them. */
  @Override
  public void close() {
    List<Working> all = List.copyOf(working.values());
    all.forEach(now -> now.stop.ask());
    all.forEach(TrialsAtWork::await);
  }

  private static void await(Working now) {
    try {
      now.over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
