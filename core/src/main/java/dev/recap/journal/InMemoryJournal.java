package dev.recap.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A journal that lives as long as the process. */
final class InMemoryJournal implements Journal {
  private final List<Entry> entries = new ArrayList<>();

  @Override
  public synchronized void append(List<? extends Entry> more) {
    entries.addAll(List.copyOf(more));
  }

  @Override
  public synchronized long size() {
    return entries.size();
  }

  @Override
  public void read(long from, Consumer<? super Entry> each) {
    since(from).forEach(each);
  }

  private synchronized List<Entry> since(long from) {
    return List.copyOf(entries.subList((int) from, entries.size()));
  }
}
