package dev.recap.desk.knowledge;

import dev.recap.desk.ticket.TicketStore;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a desk knows: its articles, the search over them as they are now, and what was searched for.
 * Safe for many threads.
 *
 * <p>The base that {@link #get} gives stays as it is when articles change: a shift goes on with the
 * articles that were there when it began.
 */
public final class Knowledge implements Supplier<KnowledgeBase> {
  private final Library library;
  private final SearchLog searches;
  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable Built built;

  private record Built(long state, KnowledgeBase base) {}

  /** What this store's desk knows. */
  public Knowledge(TicketStore store, InstantSource clock) {
    this.library = new Library(store, clock);
    this.searches = new SearchLog(store, clock);
  }

  /** The articles in their versions. */
  public Library library() {
    return library;
  }

  /** What was searched for and what was used. */
  public SearchLog searches() {
    return searches;
  }

  /** The articles as they are now; built anew only when one has changed. */
  @Override
  public KnowledgeBase get() {
    turn.lock();
    try {
      // Read before the articles: what is written between the two is found the next time.
      long state = library.state();
      Built now = built;
      if (now == null || now.state() != state) {
        now = new Built(state, base());
        built = now;
      }
      return now.base();
    } finally {
      turn.unlock();
    }
  }

  private KnowledgeBase base() {
    return new KnowledgeBase(
        library.now().stream().map(one -> one.article().version(one.version())).toList());
  }
}
