package dev.recap.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.agent.Agent;
import dev.recap.conversation.Media;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.Answered;
import dev.recap.journal.Entry;
import dev.recap.journal.ItemChange.ItemOpened;
import dev.recap.journal.JournalException;
import dev.recap.testing.ScriptedModel;
import dev.recap.testing.Step;
import dev.recap.testing.Story;
import dev.recap.work.WorkItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of an erased item no table, no index and no file of the database has a word. */
class ErasureTest {
  static final String WORD = "Winterbottom";
  static final WorkItem ITEM = new WorkItem("T-77");
  private static final Media SHARED = text("a plan of the garden, also for others");
  private static final Media PRIVATE = text("a letter to " + WORD);

  @TempDir Path folder;
  private DataSource source;

  @BeforeEach
  void none() {
    source = Databases.SQLITE.in(folder);
  }

  private static Media text(String words) {
    return Media.of("text/plain", (words + " ".repeat(5_000)).getBytes(UTF_8));
  }

  /** An item about somebody, with all that can be said of one. */
  static List<Entry> entries() {
    Story story = Story.of("Work through " + ITEM + " and T-2.");
    story.turn(Step.opens(ITEM.key()).saying(ITEM + " is of " + WORD));
    story.turn(Step.mails(WORD).saying(WORD + " was written to, " + WORD.repeat(2_000)));
    story.says(WORD + " has been told.");
    story.turn(Step.finishes(ITEM.key()).saying("done for " + WORD));
    story.turn(Step.opens("T-2")).turn(Step.paints("T-2", "red")).turn(Step.finishes("T-2"));
    return story.entries().stream().map(ErasureTest::shown).toList();
  }

  private static Entry shown(Entry entry) {
    if (entry instanceof Answered answered && answered.change() instanceof ItemOpened opened) {
      boolean its = opened.opening().item().equals(ITEM);
      ToolResult result = answered.result();
      return new Answered(
          new ToolResult(
              result.callId(), result.content(), false, List.of(its ? PRIVATE : SHARED, SHARED)),
          answered.whole(),
          answered.standing(),
          answered.about(),
          opened);
    }
    return entry;
  }

  static void write(Store store, String conversation) {
    try (SqlJournal journal = store.open(conversation)) {
      journal.append(entries());
    }
  }

  static Conversations conversations(Store store) {
    return Conversations.of(store, Agent.builder(new ScriptedModel()).build());
  }

  static List<Entry> read(Store store, String conversation) {
    List<Entry> entries = new ArrayList<>();
    store.read(conversation, 0, entries::add);
    return entries;
  }

  private List<String> texts(String sql) {
    return texts(source, sql);
  }

  static List<String> texts(DataSource source, String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Path> filesWith(Path folder, String word) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> new String(bytes(file), ISO_8859_1).contains(word))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesWhatWasDoneAndEverythingOfOthers(Databases database) {
    source = database.in(folder);
    try (Store store = Store.of(source)) {
      write(store, "c");
      write(store, "other");
      Entry.Erased erased = conversations(store).erase("c", ITEM, "Pat");

      assertThat(read(store, "c")).hasSize(entries().size() + 1).endsWith(erased);
      assertThat(read(store, "c").toString()).doesNotContain(WORD).doesNotContain(ITEM.key());
      assertThat(read(store, "c"))
          .containsAll(entries().subList(entries().size() - 9, entries().size()));
      assertThat(read(store, "other")).isEqualTo(entries());
      assertThat(
              ((Answered) read(store, "c").get(entries().size() - 7))
                  .result()
                  .media()
                  .getFirst()
                  .bytes())
          .isEqualTo(SHARED.bytes());
      assertThat(conversations(store).search(WORD, 10, null))
          .extracting(Conversation::id)
          .containsExactly("other");
      assertThat(conversations(store).find("c").orElseThrow().title())
          .isEqualTo("Work through " + erased.item() + " and T-2.");
      try (SqlJournal journal = store.open("c")) {
        journal.append(entries().getFirst());
        assertThat(journal.entries()).hasSize(entries().size() + 2);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesWhatNothingShowsAnyMoreAndKeepsWhatAnotherConversationShows(Databases database) {
    source = database.in(folder);
    try (Store store = Store.of(source)) {
      write(store, "c");
      write(store, "other");
      conversations(store).erase("c", ITEM, "Pat");
      assertThat(texts("SELECT sha256 FROM recap_media"))
          .containsExactlyInAnyOrder(SHARED.sha256(), PRIVATE.sha256());

      conversations(store).erase("other", ITEM, "Pat");
      assertThat(texts("SELECT sha256 FROM recap_media")).containsExactly(SHARED.sha256());
    }
  }

  @Test
  void leavesNoByteInAnyFileOfSqlite() {
    try (Store store = Store.of(source)) {
      write(store, "c");
      try (SqlJournal journal = store.open("other")) {
        journal.append(shown(entries().get(entries().size() - 7)));
      }
      assertThat(filesWith(folder, WORD)).isNotEmpty();
      conversations(store).erase("c", ITEM, "Pat");

      assertThat(filesWith(folder, WORD)).isEmpty();
      assertThat(filesWith(folder, ITEM.key())).isEmpty();
      assertThat(filesWith(folder, "also for others")).isNotEmpty();
      assertThat(texts("SELECT id FROM recap_cleaning")).isEmpty();
    }
    assertThat(filesWith(folder, WORD)).isEmpty();
  }

  @Test
  void leavesNoByteInAnyFileOfPostgresql() throws SQLException {
    source = Databases.POSTGRESQL.in(folder);
    try (Store store = Store.of(source)) {
      write(store, "c");
      Databases.say(source, "ANALYZE");
      Databases.say(source, "CHECKPOINT");
      String database =
          texts("SELECT oid FROM pg_database WHERE datname = current_database()").getFirst();
      Path base = Path.of(texts("SHOW data_directory").getFirst(), "base", database);
      assertThat(filesWith(base, WORD)).isNotEmpty();
      conversations(store).erase("c", ITEM, "Pat");
      Databases.say(source, "ANALYZE");
      Databases.say(source, "CHECKPOINT");

      assertThat(filesWith(base, WORD)).isEmpty();
      assertThat(filesWith(base, ITEM.key())).isEmpty();
      assertThat(texts("SELECT line FROM recap_entry")).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void isFinishedWhenTheStoreIsOpenedNextWhereTheProcessDiedBeforeTheFilesWereClean(
      Databases database) {
    source = database.in(folder);
    try (Store store = Store.of(source)) {
      write(store, "c");
      Databases.say(
          source, "INSERT INTO recap_cleaning (id) VALUES ('left by a process that died')");
    }
    Store.of(source).close();

    assertThat(texts("SELECT id FROM recap_cleaning")).isEmpty();
  }

  @Test
  void saysSoWhereAnOlderTransactionStillSeesTheText() throws SQLException {
    source = Databases.POSTGRESQL.in(folder);
    try (Store store = Store.of(source);
        Connection old = source.getConnection()) {
      write(store, "c");
      old.setAutoCommit(false);
      old.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try (Statement statement = old.createStatement()) {
        statement.execute("SELECT 1 FROM pg_class");
        assertThatThrownBy(() -> conversations(store).erase("c", ITEM, "Pat"))
            .isInstanceOf(JournalException.class)
            .hasMessageContaining("a transaction is open that is older than the erasure");
      }
      old.rollback();

      assertThat(read(store, "c").toString()).doesNotContain(WORD);
      assertThat(texts("SELECT id FROM recap_cleaning")).hasSize(1);
    }
    Store.of(source).close();
    assertThat(texts("SELECT id FROM recap_cleaning")).isEmpty();
  }

  /** Whoever writes anywhere on the server holds back what a snapshot taken meanwhile can see. */
  @Test
  void saysSoWhereAnOlderTransactionWritesInAnotherDatabase() throws SQLException {
    source = Databases.POSTGRESQL.in(folder);
    try (Store store = Store.of(source);
        Connection elsewhere = Databases.POSTGRESQL.in(folder).getConnection()) {
      write(store, "c");
      elsewhere.setAutoCommit(false);
      try (Statement statement = elsewhere.createStatement()) {
        statement.execute("CREATE TABLE anything (at int)");
        assertThatThrownBy(() -> conversations(store).erase("c", ITEM, "Pat"))
            .isInstanceOf(JournalException.class)
            .hasMessageContaining("a transaction is open that is older than the erasure");
      }
      elsewhere.rollback();
    }
    Store.of(source).close();
    assertThat(texts("SELECT id FROM recap_cleaning")).isEmpty();
  }

  @Test
  void isRefusedWhereThereIsNoSuchConversation() {
    try (Store store = Store.of(source)) {
      assertThatThrownBy(() -> conversations(store).erase("c", ITEM, "Pat"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("there is no conversation 'c'");
      assertThat(conversations(store).find("c")).isEmpty();
    }
  }
}
