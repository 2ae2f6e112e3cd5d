package dev.recap.journal;

import java.util.List;
import java.util.function.Consumer;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** A journal that lives as long as the process. What a reader has got, no append changes. */
final class InMemoryJournal implements Journal {
  private volatile PVector<Entry> entries = TreePVector.empty();

  @Override
  public synchronized void append(List<? extends Entry> more) {
    entries = entries.plusAll(List.copyOf(more));
  }

  @Override
  public long size() {
    return entries.size();
  }

  @Override
  public void read(long from, Consumer<? super Entry> each) {
    entries.stream().skip(sequence(from)).forEach(each);
  }

  static long sequence(long from) {
    if (from < 0) {
      throw new IllegalArgumentException("sequences count from 0, but from was " + from);
    }
    return from;
  }
}
