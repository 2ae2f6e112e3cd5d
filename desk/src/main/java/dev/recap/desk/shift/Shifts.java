package dev.recap.desk.shift;

import dev.recap.desk.batch.Batch;
import dev.recap.desk.batch.Batch.Budget;
import dev.recap.desk.batch.Batch.Way;
import dev.recap.desk.batch.BatchRun;
import dev.recap.desk.batch.Batches;
import dev.recap.desk.batch.Brief;
import dev.recap.desk.batch.Progress;
import dev.recap.desk.batch.Stop;
import dev.recap.desk.batch.Workshop;
import dev.recap.desk.knowledge.KnowledgeBase;
import dev.recap.desk.rules.Guidance;
import dev.recap.desk.ticket.GuidanceRecord;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.tools.DeskTools;
import dev.recap.journal.JournalException;
import dev.recap.model.Model;
import dev.recap.storage.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shifts of a desk: each is a batch, worked on a thread of this process. After the process died
 * they stand where their journals end, and can be resumed. Safe for many threads.
 */
public final class Shifts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Shifts.class);
  private static final int ID_LENGTH = 8;

  private final Place place;
  private final Consumer<String> stirred;
  private final Orders orders;
  private final ReentrantLock ordering = new ReentrantLock();
  private final Map<String, Working> working = new ConcurrentHashMap<>();
  private final Map<String, String> refused = new ConcurrentHashMap<>();

  /**
   * What shifts work with; it stays the caller's, who closes it.
   *
   * @param desk the name of the desk's file, as it stands in batches
   * @param knowledge the articles as they are now
   */
  public record Place(
      String desk,
      TicketStore tickets,
      Store store,
      Batches batches,
      GuidanceRecord guidance,
      Supplier<KnowledgeBase> knowledge,
      Models models) {}

  /**
   * What a person wants done.
   *
   * @param tickets ids of those that are meant; empty for all that wait
   * @param threshold tokens from which on a view is shortened
   */
  public record Order(
      List<String> tickets, String model, Way way, long threshold, Budget budget, String by) {
    public Order {
      tickets = List.copyOf(tickets);
    }
  }

  private record Working(Stop stop, Thread thread, String model) {}

  /**
   * Nothing is begun yet.
   *
   * @param stirred told a shift's id whenever something of it is new, on any thread; must be quick
   */
  public Shifts(Place place, Consumer<String> stirred, InstantSource clock) {
    this.place = place;
    this.stirred = stirred;
    this.orders = new Orders(place, clock);
  }

  /**
   * Orders a shift and begins it.
   *
   * @return its id
   * @throws UnfitOrderException when nothing waits of what is meant, a model costs money and there
   *     is no budget, or there is no such model
   */
  public String start(Order order) {
    String id = UUID.randomUUID().toString().substring(0, ID_LENGTH);
    start(order, id);
    return id;
  }

  /**
   * The same under an id of the caller's, which stands for this order alone. One that is on record
   * already is not put there again: it is begun if that was never done, and else left as it is.
   */
  public void start(Order order, String id) {
    ordering.lock();
    try {
      if (place.batches().find(id).isEmpty()) {
        orders.put(order, id);
      }
      if (!isAtWork(id) && place.batches().get(id).isYetToBegin()) {
        begin(id);
      }
    } finally {
      ordering.unlock();
    }
  }

  /** Whether this process works it. */
  public boolean isAtWork(String id) {
    return working.containsKey(id);
  }

  /**
   * Goes on with a shift that came to rest.
   *
   * @param budget takes the place of the limits that it sets; null for none of them
   * @throws IllegalArgumentException when it is over or at work
   */
  public void resume(String id, @Nullable Budget budget) {
    Batch batch = place.batches().get(id);
    if (batch.state() == Batch.State.DONE || batch.state() == Batch.State.CANCELLED) {
      throw new IllegalArgumentException("shift '%s' is over".formatted(id));
    }
    if (isAtWork(id)) {
      throw atWork(id);
    }
    if (budget != null) {
      place.batches().budget(id, budget.over(batch.budget()));
    }
    begin(id);
  }

  private void begin(String id) {
    var stop = new Stop();
    String model = place.batches().get(id).settings().model();
    Thread thread = Thread.ofVirtual().name("shift-" + id).unstarted(() -> work(id, stop));
    if (working.putIfAbsent(id, new Working(stop, thread, model)) != null) {
      throw atWork(id);
    }
    refused.remove(id);
    thread.start();
  }

  private static IllegalArgumentException atWork(String id) {
    return new IllegalArgumentException("shift '%s' is at work already".formatted(id));
  }

  /** Why it was not gone on with here, since it was wanted last; empty where it was. */
  public Optional<String> refused(String id) {
    return Optional.ofNullable(refused.get(id));
  }

  private void work(String id, Stop stop) {
    Batch batch = place.batches().get(id);
    try (Models.Open open = place.models().open(batch.settings().model())) {
      run(id, stop, open::model).work(id);
    } catch (JournalException elsewhere) {
      LOG.warn("shift {} is not worked here", id, elsewhere);
      refused.put(id, String.valueOf(elsewhere.getMessage()));
    } catch (RuntimeException failure) {
      LOG.warn("shift {} came to rest", id, failure);
      place.batches().state(id, Batch.State.FAILED, String.valueOf(failure.getMessage()));
    } finally {
      working.remove(id);
      stirred.accept(id);
    }
  }

  private BatchRun run(String id, Stop stop, Supplier<Model> model) {
    String lot = lot(id);
    Guidance guidance = place.guidance().now();
    var tools =
        new DeskTools(place.tickets(), place.knowledge().get(), guidance, lot)
            .writtenBy(place.batches().get(id).settings().model());
    var brief = new Brief(lot, guidance.rules().guidance(), (run, entry) -> stirred.accept(id));
    var shop =
        new Workshop(
            place.batches(), place.store(), place.tickets(), tools.toolbox(), model, brief);
    return new BatchRun(shop, stop, said -> LOG.info("shift {}: {}", id, said));
  }

  private @Nullable String lot(String id) {
    return place.tickets().counts(id).total() > 0 ? id : null;
  }

  /** Lets a shift come to rest after the turn in hand; returns at once. */
  public void stop(String id) {
    Working now = working.get(id);
    if (now != null) {
      now.stop().ask();
    }
  }

  /** The same for all of them. */
  public void stopAll() {
    working.values().forEach(now -> now.stop().ask());
  }

  /** Ends a shift for good. */
  public void cancel(String id, String by) {
    Supplier<Model> nobody =
        () -> {
          throw new IllegalStateException("whoever is cancelled works no more");
        };
    run(id, new Stop(), nobody).cancel(id, by);
    stirred.accept(id);
  }

  /** The models at work, one for each shift. */
  public List<String> modelsAtWork() {
    return working.values().stream().map(Working::model).toList();
  }

  /** All shifts, the newest first. */
  public List<Batch> all() {
    return place.batches().all();
  }

  /** How far one is. */
  public Progress progress(String id) {
    Batch batch = place.batches().get(id);
    return Progress.of(batch, place.store(), place.tickets(), lot(id), place.models()::profile);
  }

  /** What its journal says; empty where nothing was begun. */
  public Optional<ShiftLog> log(String id) {
    Batch batch = place.batches().get(id);
    var log = new ShiftLog(batch.settings().model(), place.models()::profile);
    batch.conversations().forEach(conversation -> place.store().read(conversation, 0, log::take));
    return log.points().isEmpty() ? Optional.empty() : Optional.of(log);
  }

  /**
   * What the journal of one of its conversations holds.
   *
   * @param worker which one, from 0
   * @param before the entry before which lines are wanted
   * @param most how many lines, and how many stretches of work
   * @return empty where there is no such conversation
   */
  public Optional<ShiftBooks> books(String id, int worker, long before, int most) {
    List<String> conversations = place.batches().get(id).conversations();
    return worker < conversations.size()
        ? Optional.of(ShiftBooks.of(place.store(), conversations.get(worker), before, most))
        : Optional.empty();
  }

  /** Waits until a shift has come to rest; at once where it is not at work. */
  public void await(String id) {
    Working now = working.get(id);
    if (now != null) {
      await(now);
    }
  }

  /** Lets all come to rest, and waits for them. */
  @Override
  public void close() {
    stopAll();
    List.copyOf(working.values()).forEach(Shifts::await);
  }

  private static void await(Working now) {
    try {
      now.thread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
