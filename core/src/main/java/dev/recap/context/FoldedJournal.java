package dev.recap.context;

import dev.recap.journal.Answered;
import dev.recap.journal.Compacted;
import dev.recap.journal.Decided;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.Journal;
import dev.recap.journal.NotesAsked;
import dev.recap.journal.Replied;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import dev.recap.journal.Settled;
import dev.recap.journal.UserSaid;
import dev.recap.journal.Weighed;
import dev.recap.ledger.Ledger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A journal together with its folds, which every append carries forward. One thread appends. */
public final class FoldedJournal {
  private final Journal journal;
  private final Consumer<Entry> listener;
  private Ledger ledger = Ledger.empty();
  private ContextView view;
  private Breaker breaker = Breaker.CLOSED;
  private Pace pace = Pace.UNKNOWN;
  private int turns;
  private @Nullable Replied unfinished;

  /**
   * Folds what the journal holds already.
   *
   * @param fixedTokens estimated tokens of tools and instructions
   * @param listener told of each entry after it was appended and folded
   */
  public FoldedJournal(Journal journal, long fixedTokens, Consumer<Entry> listener) {
    this.journal = Objects.requireNonNull(journal, "journal");
    this.listener = Objects.requireNonNull(listener, "listener");
    this.view = ContextView.empty(fixedTokens);
    List<Entry> soFar = journal.entries();
    soFar.forEach(this::fold);
  }

  public void append(Entry entry) {
    journal.append(entry);
    fold(entry);
    listener.accept(entry);
  }

  /** What is on record, oldest first. */
  public List<Entry> entries() {
    return journal.entries();
  }

  public Ledger ledger() {
    return ledger;
  }

  public ContextView view() {
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

  /** The number of the last turn; 0 before the first. */
  public int turns() {
    return turns;
  }

  private void fold(Entry entry) {
    switch (entry) {
      case Replied replied -> {
        turns = replied.turn();
        unfinished = replied;
      }
      case Decided decided -> {}
      case Intended intended -> {}
      case Answered answered -> {}
      case Settled settled -> {}
      case RunStarted started -> unfinished = null;
      case UserSaid said -> unfinished = null;
      case NotesAsked asked -> unfinished = null;
      case Compacted compacted -> unfinished = null;
      case Weighed weighed -> unfinished = null;
      case RunEnded ended -> unfinished = null;
    }
    pace = pace.after(entry);
    breaker = breaker.after(entry, view);
    view = view.after(entry, ledger);
    ledger = ledger.after(entry);
  }
}
