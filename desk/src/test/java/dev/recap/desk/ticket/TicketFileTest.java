package dev.recap.desk.ticket;

import static dev.recap.desk.ticket.TicketStoreTest.asks;
import static dev.recap.desk.ticket.TicketStoreTest.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketFileTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("desk.db");
  }

  @Test
  void ticketsAndCallsSurviveAReopening() {
    try (var first = TicketStore.open(file())) {
      first.add(List.of(asks("one")));
      first.record(call("r", "claim"), TicketWork::claimNext);
    }
    try (var second = TicketStore.open(file())) {
      assertThat(second.counts()).isEqualTo(new QueueCounts(0, 1, 0));
      assertThat(second.calls()).hasSize(1);
    }
  }

  @Test
  void twoStoresOnOneFileNeverHandOutTheSameTicket() throws Exception {
    try (var left = TicketStore.open(file());
        var right = TicketStore.open(file());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      left.add(IntStream.range(0, 40).mapToObj(i -> asks("ticket " + i)).toList());
      List<Future<List<String>>> claims = new ArrayList<>();
      for (TicketStore desk : List.of(left, right)) {
        claims.add(threads.submit(() -> claimTwenty(desk, desk == left ? "left" : "right")));
      }
      List<String> all = new ArrayList<>();
      for (Future<List<String>> claim : claims) {
        all.addAll(claim.get());
      }
      assertThat(all).hasSize(40).doesNotHaveDuplicates();
    }
  }

  private List<String> claimTwenty(TicketStore desk, String name) {
    return IntStream.range(0, 20)
        .mapToObj(
            i -> desk.record(call(name + i, "claim"), work -> work.claimNext().orElseThrow()).id())
        .toList();
  }

  @Test
  void theRecordCannotBeChangedOrDeletedBehindTheStore() throws SQLException {
    try (var desk = TicketStore.open(file())) {
      desk.record(call("r", "t"), work -> true);
    }
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("delete from tool_call"))
          .hasMessageContaining("append-only");
      assertThatThrownBy(() -> statement.execute("update tool_call set outcome = 'failed'"))
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void itIsWrittenAheadAndSharedWithTablesOfOthers() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        var statement = connection.createStatement()) {
      statement.execute("create table journal (entry text)");
    }
    try (var desk = TicketStore.open(file())) {
      desk.add(List.of(asks("one")));
      assertThat(folder.resolve("desk.db-wal")).exists();
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedByName() throws IOException {
    Files.writeString(file(), "not a database, but long enough to be mistaken for one".repeat(9));

    assertThatIllegalStateException()
        .isThrownBy(() -> TicketStore.open(file()))
        .withMessageContaining("desk.db cannot be used as a ticket store");
  }

  @Test
  void aMissingFolderIsRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TicketStore.open(folder.resolve("nowhere/desk.db")))
        .withMessageContaining("nowhere");
  }
}
