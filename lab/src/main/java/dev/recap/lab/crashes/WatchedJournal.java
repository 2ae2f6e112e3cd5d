package dev.recap.lab.crashes;

import dev.recap.journal.Answered;
import dev.recap.journal.Compacted;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.Journal;
import dev.recap.journal.Replied;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import dev.recap.lab.crashes.Call.Step;
import dev.recap.lab.crashes.Moment.Kind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells fate which moment an append is, by what is appended. */
final class WatchedJournal implements Journal {
  private final Journal inner;
  private final Fate fate;
  private final Map<String, Call> calls = new HashMap<>();
  private int compactions;

  WatchedJournal(Journal inner, Fate fate) {
    this.inner = inner;
    this.fate = fate;
    inner.read(0, this::remember);
  }

  private void remember(Entry entry) {
    if (entry instanceof Intended intended) {
      call(intended).ifPresent(call -> calls.put(intended.callId(), call));
    } else if (entry instanceof Compacted) {
      compactions++;
    }
  }

  /** The call that an intention is of; empty for one of the runtime's own. */
  static Optional<Call> call(Intended intended) {
    Step step = intended.tool().equals("close") ? Step.CLOSE : Step.PAY;
    return intended.namedOpening().map(opening -> Call.of(step, opening.item().key()));
  }

  @Override
  public void append(List<? extends Entry> entries) {
    entries.forEach(this::remember);
    fate.at(moment(entries));
    try {
      inner.append(entries);
    } finally {
      fate.at(null);
    }
  }

  @Nullable Moment moment(List<? extends Entry> entries) {
    Optional<Call> intended =
        only(Intended.class, entries).flatMap(one -> call(one).stream()).findFirst();
    Optional<Call> answered =
        only(Answered.class, entries)
            .flatMap(one -> Stream.ofNullable(calls.get(one.callId())))
            .findFirst();
    if (intended.isPresent()) {
      return Moment.of(Kind.INTENTION, intended.get());
    }
    if (only(Replied.class, entries).findAny().isPresent()) {
      return Moment.of(Kind.FINAL);
    }
    if (answered.isPresent()) {
      return Moment.of(Kind.ANSWER, answered.get());
    }
    if (only(RunStarted.class, entries).findAny().isPresent()) {
      return Moment.of(Kind.START);
    }
    if (only(RunEnded.class, entries).findAny().isPresent()) {
      return Moment.of(Kind.END);
    }
    return only(Compacted.class, entries).findAny().isPresent()
        ? Moment.of(Kind.COMPACTION, compactions)
        : null;
  }

  private static <T> Stream<T> only(Class<T> type, List<? extends Entry> entries) {
    return entries.stream().filter(type::isInstance).map(type::cast);
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
