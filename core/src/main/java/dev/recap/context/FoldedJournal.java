package dev.recap.context;

import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.ledger.Ledger;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A journal together with its two folds, which every append carries forward. One thread appends.
 */
public final class FoldedJournal {
  private final Journal journal;
  private final Consumer<Entry> listener;
  private Ledger ledger = Ledger.empty();
  private ContextView view;

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

  public Ledger ledger() {
    return ledger;
  }

  public ContextView view() {
    return view;
  }

  private void fold(Entry entry) {
    view = view.after(entry, ledger);
    ledger = ledger.after(entry);
  }
}
