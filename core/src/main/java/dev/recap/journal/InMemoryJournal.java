package dev.recap.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A journal that lives as long as the process. */
final class InMemoryJournal implements Journal {
  private final List<Entry> entries = new ArrayList<>();

  @Override
  public synchronized void append(Entry entry) {
    entries.add(Objects.requireNonNull(entry, "entry"));
  }

  @Override
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }
}
