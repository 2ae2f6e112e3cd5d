package dev.recap.storage;

/**
 * Who writes a conversation, for tools whose effect is in the journal's own database; see {@link
 * OwnTransactions}. Given to them by {@code agent.with(journal.fence())}.
 */
public final class Fence {
  private final Store store;
  private final Lease lease;

  Fence(Store store, Lease lease) {
    this.store = store;
    this.lease = lease;
  }

  Store store() {
    return store;
  }

  Lease lease() {
    return lease;
  }
}
