package dev.recap.lab.crashes;

import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Another journal, of which a defect changes what it wants to. */
class JournalOver implements Journal {
  final Journal inner;

  JournalOver(Journal inner) {
    this.inner = inner;
  }

  @Override
  public void append(List<? extends Entry> entries) {
    inner.append(entries);
  }

  @Override
  public Optional<Duration> lease() {
    return inner.lease();
  }

  @Override
  public long size() {
    return inner.size();
  }

  @Override
  public void read(long from, Consumer<? super Entry> each) {
    inner.read(from, each);
  }
}
