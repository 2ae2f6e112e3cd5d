package dev.recap.web.events;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what happens to whoever listens. The last thousand events are kept for those who come
 * back; who missed more, or reads too slowly, is told so once and loads its page again.
 *
 * <p>For any thread. Publishing never waits for a listener.
 */
public final class Events implements AutoCloseable {
  private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");
  private static final int KEPT = 1_000;
  private static final int MOST_SUBSCRIBERS = 200;

  private final String life;
  private final Deque<Event> kept = new ArrayDeque<>();
  private final Set<Subscription> subscriptions = new LinkedHashSet<>();
  private long last;
  private boolean closed;

  /**
   * Events of one life of the server.
   *
   * @param life a name that no earlier one had: ids of another life are known for such
   */
  public Events(String life) {
    this.life = life;
  }

  /**
   * Tells everybody who listens to the topic.
   *
   * @param json one value
   * @throws IllegalArgumentException when the topic has other than letters, digits and {@code . _ :
   *     / -}
   */
  public synchronized void publish(String topic, String json) {
    if (!TOPIC.matcher(topic).matches() || topic.equals(Event.RESET)) {
      throw new IllegalArgumentException(
          "topic is '%s', but letters, digits and . _ : / - were expected".formatted(topic));
    }
    last++;
    var event = new Event(life + "-" + last, topic, json);
    kept.addLast(event);
    if (kept.size() > KEPT) {
      kept.removeFirst();
    }
    subscriptions.forEach(subscription -> subscription.offer(event));
  }

  /**
   * Begins to listen.
   *
   * @param topics none for all of them
   * @param lastId the event that the listener had last; null for one who comes anew
   * @return empty when too many listen already, or the hub is closed
   */
  public synchronized Optional<Subscription> subscribe(
      Set<String> topics, @Nullable String lastId) {
    if (closed || subscriptions.size() >= MOST_SUBSCRIBERS) {
      return Optional.empty();
    }
    var subscription = new Subscription(topics, this::unsubscribe);
    if (lastId != null) {
      replay(lastId, subscription);
    }
    subscriptions.add(subscription);
    return Optional.of(subscription);
  }

  private void replay(String lastId, Subscription subscription) {
    List<Event> all = List.copyOf(kept);
    if (lastId.equals(life + "-" + last)) {
      return;
    }
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().equals(lastId)) {
        all.subList(i + 1, all.size()).forEach(subscription::offer);
        return;
      }
    }
    subscription.offer(new Event(life + "-" + last, Event.RESET, "{}"));
  }

  private synchronized void unsubscribe(Subscription subscription) {
    subscriptions.remove(subscription);
  }

  /** Ends all listening. */
  @Override
  public void close() {
    List<Subscription> open;
    synchronized (this) {
      closed = true;
      open = List.copyOf(subscriptions);
    }
    open.forEach(Subscription::close);
  }
}
