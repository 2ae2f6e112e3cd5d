package dev.recap.storage;

import static dev.recap.storage.Databases.letLeasesRunOut;
import static dev.recap.storage.Databases.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.journal.Entry;
import dev.recap.journal.JournalException;
import dev.recap.journal.JournalException.Reason;
import dev.recap.journal.RunEnded;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A conversation has one writer, by a lease that outlives nobody for long. */
class LeaseTest {
  private static final Entry FIRST = new RunEnded("first");
  private static final Entry SECOND = new RunEnded("second");

  @TempDir Path folder;

  private static List<Entry> entries(Store store) {
    List<Entry> entries = new ArrayList<>();
    store.read("c", 0, entries::add);
    return entries;
  }

  private static void assertRefused(Runnable act, Reason reason, String... words) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContainingAll(words);
  }

  @ParameterizedTest
  @EnumSource
  void aSecondWriterIsRefusedWithTheHoldersName(Databases database) {
    DataSource source = database.in(folder);
    try (Store one = Store.of(source).withHolder("worker 1");
        Store two = Store.of(source).withHolder("worker 2");
        SqlJournal journal = one.open("c")) {
      journal.append(FIRST);

      assertRefused(() -> two.open("c"), Reason.IN_USE, "'c'", "worker 1");
      assertRefused(() -> one.open("c"), Reason.IN_USE, "'c'", "worker 1");
      journal.append(SECOND);
      assertThat(entries(two)).containsExactly(FIRST, SECOND);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsClosedCanBeTakenAtOnce(Databases database) {
    try (Store one = Store.of(database.in(folder))) {
      SqlJournal journal = one.open("c");
      journal.append(FIRST);
      journal.close();

      assertRefused(() -> journal.append(SECOND), Reason.CLOSED, "'c'");
      assertThat(journal.entries()).containsExactly(FIRST);
      try (SqlJournal next = one.open("c")) {
        assertThat(next.size()).isEqualTo(1);
        next.append(SECOND);
      }
      assertThat(entries(one)).containsExactly(FIRST, SECOND);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDeadHoldersLeaseRunsOut(Databases database) {
    DataSource source = database.in(folder);
    try (Store dead = Store.of(source);
        Store other = Store.of(source)) {
      dead.open("c").append(FIRST);
      letLeasesRunOut(source);

      try (SqlJournal journal = other.open("c")) {
        journal.append(SECOND);
        assertThat(journal.entries()).containsExactly(FIRST, SECOND);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSleeperThatWakesUpCanNeitherAppendNorProveThatItMay(Databases database) {
    DataSource source = database.in(folder);
    try (Store one = Store.of(source);
        Store two = Store.of(source).withHolder("worker 2")) {
      SqlJournal sleeper = one.open("c");
      sleeper.append(FIRST);
      letLeasesRunOut(source);

      try (SqlJournal journal = two.open("c")) {
        assertRefused(() -> sleeper.append(List.of()), Reason.IN_USE, "'c'", "worker 2");
        assertRefused(() -> sleeper.append(SECOND), Reason.IN_USE, "'c'", "worker 2");
        assertThatCode(sleeper::renew).doesNotThrowAnyException();
        sleeper.close();
        journal.append(SECOND);
      }
      assertRefused(() -> sleeper.append(SECOND), Reason.IN_USE, "'c'");
      assertThat(entries(two)).containsExactly(FIRST, SECOND);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverIsStillTheLastWriterGoesOnThoughTheLeaseHadRunOut(Databases database) {
    DataSource source = database.in(folder);
    try (Store one = Store.of(source);
        Store two = Store.of(source);
        SqlJournal journal = one.open("c")) {
      letLeasesRunOut(source);
      journal.append(FIRST);

      assertRefused(() -> two.open("c"), Reason.IN_USE, "'c'");
      letLeasesRunOut(source);
      journal.renew();
      assertRefused(() -> two.open("c"), Reason.IN_USE, "'c'");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatSomebodyElseTookAwayIsNoticed(Databases database) {
    DataSource source = database.in(folder);
    try (Store one = Store.of(source)) {
      SqlJournal journal = one.open("c");
      journal.append(FIRST);
      say(source, "UPDATE recap_conversation SET size = 5");
      assertRefused(() -> journal.append(SECOND), Reason.CHANGED, "5 entries instead of 1");

      SqlJournal deleted = one.open("gone");
      say(source, "DELETE FROM recap_conversation WHERE id = 'gone'");
      assertRefused(() -> deleted.append(SECOND), Reason.CHANGED, "'gone'", "deleted");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangedLineIsNoticedWhenItIsRead(Databases database) {
    DataSource source = database.in(folder);
    try (Store one = Store.of(source);
        SqlJournal journal = one.open("c")) {
      journal.append(List.of(FIRST, SECOND));
      say(source, "UPDATE recap_entry SET line = REPLACE(line, 'second', 'secunda')");

      assertRefused(journal::entries, Reason.DAMAGED, "entry 1", "'c'");
      say(source, "DELETE FROM recap_entry WHERE seq = 0");
      assertRefused(journal::entries, Reason.DAMAGED, "entry 0", "'c'");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEarlierReleaseDoesNotTouchWhatANewerOneMade(Databases database) {
    DataSource source = database.in(folder);
    Store.of(source).close();
    say(source, "INSERT INTO recap_schema (version, at) VALUES (99, 0)");

    assertRefused(() -> Store.of(source), Reason.NEWER, "99");
  }

  @ParameterizedTest
  @EnumSource
  void conversationsDoNotMeet(Databases database) {
    try (Store store = Store.of(database.in(folder));
        SqlJournal one = store.open("one");
        SqlJournal two = store.open("two")) {
      one.append(FIRST);
      two.append(SECOND);

      assertThat(one.entries()).containsExactly(FIRST);
      assertThat(two.entries()).containsExactly(SECOND);
    }
  }

  @ParameterizedTest
  @EnumSource
  void idsThatCannotBeAreRefusedByName(Databases database) {
    try (Store store = Store.of(database.in(folder))) {
      for (String id : List.of("", "  ", "a\nb", "x".repeat(201))) {
        assertThatThrownBy(() -> store.open(id))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("1 to 200 characters");
      }
      assertThatThrownBy(() -> store.withLease(Duration.ZERO))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("PT0S");
    }
  }
}
