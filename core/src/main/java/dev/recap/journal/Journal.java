package dev.recap.journal;

import java.util.List;

/**
 * Where entries go. One conversation, one writer.
 *
 * <p>An entry is as durable as the implementation promises when {@link #append} returns.
 */
public interface Journal {

  /** Adds an entry at the end. */
  void append(Entry entry);

  /** All entries so far, oldest first: a copy that later appends do not change. */
  List<Entry> entries();

  /** A journal that lives as long as the process. Safe for one writer and many readers. */
  static Journal inMemory() {
    return new InMemoryJournal();
  }
}
