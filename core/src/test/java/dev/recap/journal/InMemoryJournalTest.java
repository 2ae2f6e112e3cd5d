package dev.recap.journal;

/** A journal in memory keeps the contract. */
class InMemoryJournalTest extends JournalContract {
  @Override
  Journal journal() {
    return Journal.inMemory();
  }
}
