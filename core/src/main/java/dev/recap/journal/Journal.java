package dev.recap.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where entries go. One conversation, one writer.
 *
 * <p>Entries are as durable as the implementation promises when {@link #append} returns.
 */
public interface Journal {

  /** Adds entries at the end, in order and durable together; every prefix of them is valid. */
  void append(List<? extends Entry> entries);

  /** Adds an entry at the end. */
  default void append(Entry entry) {
    append(List.of(entry));
  }

  /** How many entries there are: the sequence number of the next one. */
  long size();

  /** Hands out the entries from this sequence number on, oldest first. */
  void read(long from, Consumer<? super Entry> each);

  /** All entries so far, oldest first: a copy that later appends do not change. */
  default List<Entry> entries() {
    List<Entry> all = new ArrayList<>();
    read(0, all::add);
    return List.copyOf(all);
  }

  /** A journal that lives as long as the process. Safe for one writer and many readers. */
  static Journal inMemory() {
    return new InMemoryJournal();
  }
}
