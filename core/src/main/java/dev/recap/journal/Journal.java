package dev.recap.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Where entries go. One conversation, one writer.
 *
 * <p>Entries are as durable as the implementation promises when {@link #append(List)} returns.
 */
public interface Journal {

  /**
   * Adds entries at the end, in order. They are durable together when it returns; after a crash in
   * between, the first few of them stand or none. An empty list proves that this writer may still
   * write.
   *
   * @throws JournalException when none was added, with the reason; or when nobody can know, and
   *     then the journal takes no more
   */
  void append(List<? extends Entry> entries);

  /** Adds an entry at the end. */
  default void append(Entry entry) {
    append(List.of(entry));
  }

  /**
   * Puts these entries in the place of all that there are, at once or not at all, and leaves
   * nothing of those behind: for an erasure alone, while no run uses the journal. After a crash the
   * old ones stand or the new ones, and what is left of the old ones goes when it is opened again.
   *
   * @throws UnsupportedOperationException when the journal cannot do that
   * @throws JournalException when it was not done, with the reason; or when nobody can know, and
   *     then the journal takes no more
   */
  default void replace(List<? extends Entry> all) {
    throw new UnsupportedOperationException(
        "%s cannot replace its entries, so nothing can be erased from it"
            .formatted(getClass().getName()));
  }

  /**
   * For how long this writer may say nothing before another may take its place; empty where only
   * its own end makes room. No call may take as long.
   */
  default Optional<Duration> lease() {
    return Optional.empty();
  }

  /**
   * Whether calls that an earlier writer began may still be running. Not where that one is known to
   * be dead.
   */
  default boolean othersMayStillRun() {
    return lease().isPresent();
  }

  /** How many entries there are: the sequence that the next one gets, as the first has 0. */
  long size();

  /**
   * Hands out the entries from a sequence on, oldest first, one by one; those that were there when
   * it was called. {@code each} may append.
   *
   * @throws IllegalArgumentException when the sequence is below 0
   */
  void read(long from, Consumer<? super Entry> each);

  /** All entries so far, oldest first, as one copy: for journals that are known to be small. */
  default List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    read(0, entries::add);
    return List.copyOf(entries);
  }

  /**
   * What was last kept to open it faster; empty where nothing is, or what is does not fit the
   * entries. A journal without it is as right.
   */
  default Optional<Snapshot> snapshot() {
    return Optional.empty();
  }

  /**
   * Keeps a snapshot in place of the last one, if this journal keeps any. That it could not is no
   * error.
   *
   * @param size of so many of the first entries, all of which are on record
   * @param bytes asked only if they are kept; in pieces, one behind the other, which nobody changes
   */
  default void keepSnapshot(long size, Supplier<List<byte[]>> bytes) {}

  /**
   * What somebody has made of the first entries.
   *
   * @param size how many
   * @param bytes those that were handed over, in one
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares snapshots, or changes one.
  record Snapshot(long size, byte[] bytes) {}

  /** A journal that lives as long as the process. Safe for one writer and many readers. */
  static Journal inMemory() {
    return new InMemoryJournal();
  }
}
