package dev.recap.journal;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** A journal that lives as long as the process. What a reader has got, no append changes. */
final class InMemoryJournal implements Journal {
  private final ReentrantLock appending = new ReentrantLock();
  private volatile PVector<Entry> entries = TreePVector.empty();

  @Override
  public void append(List<? extends Entry> more) {
    List<Entry> whole = List.copyOf(more);
    appending.lock();
    try {
      entries = entries.plusAll(whole);
    } finally {
      appending.unlock();
    }
  }

  @Override
  public long size() {
    return entries.size();
  }

  @Override
  public void read(long from, Consumer<? super Entry> each) {
    PVector<Entry> soFar = entries;
    for (long i = JsonLinesJournal.sequence(from); i < soFar.size(); i++) {
      each.accept(soFar.get((int) i));
    }
  }
}
