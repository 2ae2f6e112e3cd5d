package dev.recap.web.events;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One listener's place: what it has not read yet, and only so much of it. For one reader. */
public final class Subscription implements AutoCloseable {
  private static final int MOST_WAITING = 256;

  private final Set<String> topics;
  private final Consumer<Subscription> onClose;
  // One more place for the event that tells of what was lost.
  private final BlockingQueue<Event> waiting = new LinkedBlockingQueue<>(MOST_WAITING + 1);
  private volatile boolean closed;

  Subscription(Set<String> topics, Consumer<Subscription> onClose) {
    this.topics = Set.copyOf(topics);
    this.onClose = onClose;
  }

  /** Called by the hub alone, in turn. */
  void offer(Event event) {
    boolean wanted =
        topics.isEmpty() || topics.contains(event.topic()) || event.topic().equals(Event.RESET);
    if (!wanted) {
      return;
    }
    if (waiting.size() >= MOST_WAITING) {
      waiting.clear();
      waiting.add(new Event(event.id(), Event.RESET, "{}"));
    } else {
      waiting.add(event);
    }
  }

  /** The next event; empty when there was none for so long, or listening has ended. */
  public Optional<Event> next(Duration wait) throws InterruptedException {
    return Optional.ofNullable(waiting.poll(wait.toMillis(), TimeUnit.MILLISECONDS))
        .filter(event -> !closed);
  }

  /** Whether listening has ended. */
  public boolean isClosed() {
    return closed;
  }

  /** Ends it; whoever waits for an event is let go. */
  @Override
  public void close() {
    closed = true;
    onClose.accept(this);
    waiting.clear();
    waiting.add(new Event("", Event.RESET, "{}"));
  }
}
