package dev.recap.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A journal that lives as long as the process. What a reader has got, no append changes. */
final class InMemoryJournal implements Journal {
  private final List<Entry> entries = new ArrayList<>();

  @Override
  public synchronized void append(List<? extends Entry> more) {
    entries.addAll(List.copyOf(more));
  }

  @Override
  public synchronized void replace(List<? extends Entry> all) {
    List<Entry> copy = List.copyOf(all);
    entries.clear();
    entries.addAll(copy);
  }

  @Override
  public synchronized long size() {
    return entries.size();
  }

  @Override
  public void read(long from, Consumer<? super Entry> each) {
    entries().stream().skip(sequence(from)).forEach(each);
  }

  @Override
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  static long sequence(long from) {
    if (from < 0) {
      throw new IllegalArgumentException("sequences count from 0, but from was " + from);
    }
    return from;
  }
}
