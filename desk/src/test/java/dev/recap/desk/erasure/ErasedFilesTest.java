package dev.recap.desk.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a customer who was erased no file of a desk in SQLite has a byte. */
class ErasedFilesTest {
  private static final Whose ADA = new Whose(7, CustomerDesk.EMAIL);

  @TempDir private Path folder;
  private CustomerDesk desk;

  @BeforeEach
  void open() {
    desk = CustomerDesk.ofFiles(folder).filled();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private List<String> texts(String sql) {
    return desk.tickets.besides(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  @Test
  void noFileHasAByteOfIt() {
    assertThat(desk.filesWith(CustomerDesk.NAME)).contains("journals.db-wal");
    assertThat(desk.filesWith(CustomerDesk.NAME)).anyMatch(file -> file.startsWith("desk.db"));
    Erasure erasure = desk.erasures.erase(ADA, "Lea");

    assertThat(erasure.isUnfinished()).isFalse();
    assertThat(erasure).returns("Lea", Erasure::by).returns(3, Erasure::tickets);
    for (String word : List.of(CustomerDesk.NAME, "nterbot", "still.", "key-winter", "is angry")) {
      assertThat(desk.filesWith(word)).as(word).isEmpty();
    }
  }

  @Test
  void theFileOfTheJournalsIsCleanedAlsoWhereItsTablesHaveNothing() throws SQLException {
    desk.erasures.erase(ADA, "Lea");
    try (Connection journals =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journals.db"));
        Statement statement = journals.createStatement()) {
      statement.execute("create table leftover as select 'winterbottom' as word");
      statement.execute("drop table leftover");
    }
    assertThat(desk.filesWith(CustomerDesk.NAME)).isNotEmpty();
    desk.tickets.besides(handle -> handle.execute("update erasure set files_at = null"));
    desk.erasures.goOn(1);

    assertThat(desk.filesWith(CustomerDesk.NAME)).isEmpty();
  }

  @Test
  void theIndexOfWordsHasNoneOfIt() {
    String words = "select term from temp.words";
    desk.tickets.besides(handle ->
        handle.execute("create virtual table temp.words using fts5vocab(main, ticket_text, row)"));
    assertThat(texts(words)).contains("winterbottom", "summerfield");
    desk.erasures.erase(ADA, "Lea");

    assertThat(texts(words)).contains("summerfield", "erased").doesNotContain("winterbottom");
  }

  @Test
  void aCrashBetweenTablesAndFilesIsCompletedByGoingOn() throws SQLException {
    desk.erasures.erase(ADA, "Lea");
    try (Connection reader =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("desk.db"));
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.executeQuery("select count(*) from ticket").close();
      assertThatIllegalStateException()
          .isThrownBy(() -> DeskFile.clean(folder.resolve("desk.db").toString(), 1))
          .withMessageContaining("still in the files");
      reader.rollback();
    }
    desk.tickets.besides(handle -> handle.execute("update erasure set files_at = null"));

    assertThat(desk.erasures.goOn(1).isUnfinished()).isFalse();
    assertThat(desk.filesWith(CustomerDesk.NAME)).isEmpty();
  }
}
