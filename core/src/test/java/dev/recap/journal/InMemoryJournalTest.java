package dev.recap.journal;

/** A journal in memory keeps the contract. */
class InMemoryJournalTest extends JournalContract {
  @Override
  protected Journal journal() {
    return Journal.inMemory();
  }

  @Override
  protected boolean keepsSnapshots() {
    return false;
  }
}
