package dev.recap.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.journal.Entry;
import dev.recap.journal.JournalException;
import dev.recap.journal.RunEnded;
import dev.recap.journal.UserSaid;
import dev.recap.storage.FaultySource.Fault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wherever the connection is lost, an append stands whole or not at all, and is never doubled. */
class LostConnectionTest {
  private static final Entry BEFORE = new RunEnded("before");
  private static final List<Entry> MORE =
      List.of(new UserSaid("task", true), new RunEnded("first"), new RunEnded("second"));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void anAppendStandsWholeOrNotAtAll(Databases database) {
    var source = new FaultySource(database.in(folder));
    try (Store store = Store.of(source)) {
      for (Fault fault : Fault.values()) {
        boolean reached = true;
        for (int nth = 0; reached; nth++) {
          reached = tryAt(store, source, fault, nth);
          assertThat(nth).isLessThan(20);
        }
      }
    }
  }

  /** Whether the append got as far as the fault. */
  private static boolean tryAt(Store store, FaultySource source, Fault fault, int nth) {
    String id = fault + " " + nth;
    try (SqlJournal journal = store.open(id)) {
      journal.append(BEFORE);
      source.fail(fault, nth);
      boolean said = said(journal);
      boolean reached = source.heals();

      List<Entry> entries = journal.entries();
      assertThat(said).isEqualTo(entries.size() == 4);
      if (reached) {
        // A lost answer is read again; all else is an error, and then nothing stands.
        assertThat(said).isEqualTo(fault == Fault.COMMIT_LOST || fault == Fault.BEHIND_COMMIT);
      }
      if (!said) {
        assertThat(entries).containsExactly(BEFORE);
        journal.append(MORE);
      }
      assertThat(journal.entries()).hasSize(4).startsWith(BEFORE).endsWith(MORE.getLast());
      assertThat(journal.size()).isEqualTo(4);
      return reached;
    }
  }

  private static boolean said(SqlJournal journal) {
    try {
      journal.append(MORE);
      return true;
    } catch (JournalException e) {
      assertThat(e.reason()).isEqualTo(JournalException.Reason.IO);
      assertThat(e).hasMessageContaining("append to conversation").hasMessageContaining("lost");
      return false;
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOpeningWhoseCommitWasLostHasItsLeaseAllTheSame(Databases database) {
    var source = new FaultySource(database.in(folder));
    try (Store store = Store.of(source)) {
      source.fail(Fault.COMMIT_LOST, 0);
      try (SqlJournal journal = store.open("c")) {
        assertThat(source.heals()).isTrue();
        journal.append(BEFORE);
        assertThat(journal.entries()).containsExactly(BEFORE);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatNobodyCanKnowIsSaidAndTheJournalTakesNoMore(Databases database) {
    var source = new FaultySource(database.in(folder));
    try (Store store = Store.of(source)) {
      SqlJournal journal = store.open("c");
      source.fail(Fault.COMMIT_LOST, 0);
      source.staysAway();
      assertThatThrownBy(() -> journal.append(BEFORE)).isInstanceOf(JournalException.class);
      source.heals();
      assertThatThrownBy(() -> journal.append(BEFORE))
          .isInstanceOfSatisfying(
              JournalException.class,
              e -> assertThat(e.reason()).isEqualTo(JournalException.Reason.CLOSED))
          .hasMessageContaining("nobody knows");

      journal.close();
    }
  }
}
