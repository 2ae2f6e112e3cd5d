package dev.recap.projection;

import dev.recap.journal.Answered;
import dev.recap.journal.Compacted;
import dev.recap.journal.Decided;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.Journal;
import dev.recap.journal.Replied;
import dev.recap.journal.Settled;
import dev.recap.journal.SummaryAsked;
import dev.recap.journal.ThinkingVoided;
import dev.recap.journal.Waiting;
import dev.recap.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A journal together with its projections, which every append carries forward. One thread appends.
 *
 * <p>A {@link Snapshot} is a short cut, taken where the journal kept one that fits: what it saves
 * is reading the entries before it.
 */
public final class ProjectedJournal {
  /** A snapshot is kept once so many entries have come since the last one, or its hundredth. */
  private static final long ENTRIES_BETWEEN = 500;

  private static final long SHARE_BETWEEN = 100;

  private final Journal journal;
  private final View empty;
  private final Listener listener;
  private final List<Entry> held = new ArrayList<>();
  private long size;
  private Ledger ledger = Ledger.empty();
  private View view;
  private Breaker breaker = Breaker.CLOSED;
  private Pace pace = Pace.UNKNOWN;
  private int turns;
  private int turnOfLastAsk;
  private @Nullable Replied unfinished;
  private @Nullable Instant lastReply;
  private long projected;
  private long kept;
  private @Nullable Snapshot beforeReply;

  /** Hears of entries. */
  public interface Listener {
    /** It counts from here on; what the journal held already is told, too. */
    default void projected(Entry entry) {}

    /** It is as durable as the journal makes it. */
    void appended(Entry entry);

    /** What it has made of all that counts so far, for a snapshot. */
    default byte[] heard() {
      return new byte[0];
    }

    /** Takes up what another one had made; false, and nothing is changed, where it would not. */
    default boolean takesUp(byte[] heard) {
      return true;
    }
  }

  /**
   * Projects what the journal holds already.
   *
   * @param fixedTokens estimated tokens of tools and instructions
   */
  public ProjectedJournal(Journal journal, long fixedTokens, Listener listener) {
    this(journal, View.empty(fixedTokens), listener);
  }

  /**
   * The same.
   *
   * @param empty the view before anything was said
   */
  public ProjectedJournal(Journal journal, View empty, Listener listener) {
    this.journal = Objects.requireNonNull(journal, "journal");
    this.listener = Objects.requireNonNull(listener, "listener");
    this.empty = empty;
    this.view = empty;
    journal
        .snapshot()
        .flatMap(bytes -> Snapshot.unpacked(bytes, empty))
        .filter(snapshot -> listener.takesUp(snapshot.heard()))
        .ifPresent(this::begin);
    journal.read(projected, this::project);
    this.size = journal.size();
    keepSnapshot();
  }

  private void begin(Snapshot snapshot) {
    projected = snapshot.size();
    kept = snapshot.size();
    ledger = snapshot.ledger();
    view = snapshot.view();
    breaker = snapshot.breaker();
    pace = snapshot.pace();
    turnOfLastAsk = snapshot.turnOfLastAsk();
  }

  /** What was projected before the last reply; null where there was none since it was opened. */
  @Nullable Snapshot beforeReply() {
    return beforeReply;
  }

  private void keepSnapshot() {
    Snapshot last = beforeReply;
    if (last != null
        && last.size() - kept >= Math.max(ENTRIES_BETWEEN, kept / SHARE_BETWEEN)
        && last.fits()) {
      journal.keepSnapshot(last.size(), () -> last.packed(empty));
      kept = last.size();
    }
  }

  public void append(Entry entry) {
    append(List.of(entry));
  }

  /** Appends entries, after those that were held, so that all are durable together. */
  public void append(List<? extends Entry> entries) {
    entries.forEach(this::hold);
    flush();
  }

  /** Projects an entry that becomes durable together with the next one appended. */
  public void hold(Entry entry) {
    held.add(entry);
    project(entry);
  }

  /** Appends a compaction whose view is known already. */
  public void append(Compacted compacted, View after) {
    held.add(compacted);
    project(compacted, after);
    flush();
  }

  /** Appends what is held. */
  public void flush() {
    if (!held.isEmpty()) {
      List<Entry> durable = List.copyOf(held);
      if (journal.size() != size) {
        throw new IllegalStateException(
            "another run went on with this journal, which has %d entries instead of %d: resume it"
                .formatted(journal.size(), size));
      }
      journal.append(durable);
      size += durable.size();
      held.clear();
      durable.forEach(listener::appended);
      keepSnapshot();
    }
  }

  /** Appends what is held, and makes sure that this writer may still write if there is nothing. */
  public void prove() {
    if (held.isEmpty()) {
      journal.append(List.of());
    }
    flush();
  }

  /** For how long a call that another writer began may be running unseen; empty for not at all. */
  public Optional<Duration> lease() {
    return journal.othersMayStillRun() ? journal.lease() : Optional.empty();
  }

  /** What is on record, oldest first. */
  public List<Entry> entries() {
    List<Entry> all = new ArrayList<>(journal.entries());
    all.addAll(held);
    return all;
  }

  public Ledger ledger() {
    return ledger;
  }

  public View view() {
    return view;
  }

  /** Whether compactions brought what they claimed. */
  public Breaker breaker() {
    return breaker;
  }

  /** How fast prompts grow. */
  public Pace pace() {
    return pace;
  }

  /** The last reply, if nothing but answers to its calls came after it. */
  public Optional<Replied> unfinished() {
    return Optional.ofNullable(unfinished);
  }

  /** When the last reply came. */
  public Optional<Instant> lastReply() {
    return Optional.ofNullable(lastReply);
  }

  /** The number of the last turn; 0 before the first. */
  public int turns() {
    return turns;
  }

  /** Turns since a summary was last asked for; since the beginning when none was. */
  public int turnsSinceAsk() {
    return turns - turnOfLastAsk;
  }

  private void project(Entry entry) {
    project(entry, view.after(entry, ledger));
  }

  private void project(Entry entry, View after) {
    if (entry instanceof Replied replied) {
      beforeReply =
          new Snapshot(projected, ledger, view, breaker, pace, turnOfLastAsk, listener.heard());
      turns = replied.turn();
      unfinished = replied;
      lastReply = replied.at();
    } else if (!leavesUnfinished(entry)) {
      unfinished = null;
    }
    if (entry instanceof SummaryAsked) {
      turnOfLastAsk = turns;
    }
    pace = pace.after(entry);
    breaker = breaker.after(entry, view);
    view = after;
    ledger = ledger.after(entry);
    projected++;
    listener.projected(entry);
  }

  /** What is settled after the agent has yielded it did not know: that was not its last word. */
  private boolean leavesUnfinished(Entry entry) {
    return entry instanceof Waiting
        || entry instanceof Decided
        || entry instanceof Intended
        || entry instanceof Answered
        || entry instanceof ThinkingVoided
        || entry instanceof Entry.Erased
        || (entry instanceof Settled && unfinished != null && unfinished.reply().waitsForTools());
  }
}
