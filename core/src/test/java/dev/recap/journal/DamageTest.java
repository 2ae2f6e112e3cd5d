package dev.recap.journal;

import static dev.recap.journal.JournalFiles.bytes;
import static dev.recap.journal.JournalFiles.names;
import static dev.recap.journal.JournalFiles.put;
import static dev.recap.journal.JournalFiles.read;
import static dev.recap.journal.JournalFiles.write;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.journal.JournalException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One bad byte dropped a confirmed effect without a word: a lost end of line made two objects one
 * line, and the second was not looked at. Whatever is not as written is an error with file and
 * line, and nothing is taken out of the file unless somebody asks for it.
 */
class DamageTest {
  private static final List<Entry> PAID =
      List.of(new RunEnded("paid 1"), new RunEnded("paid 2"), new RunEnded("paid 3"));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void pay() {
    file = folder.resolve("journal.jsonl");
    write(file, PAID);
  }

  private void change(UnaryOperator<String> change) {
    String before = new String(bytes(file), ISO_8859_1);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    put(file, after.getBytes(ISO_8859_1));
  }

  private void refuses(ThrowingCallable what, String words) {
    byte[] before = bytes(file);
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED))
        .hasMessageStartingWith(words);
    assertThat(bytes(file)).isEqualTo(before);
  }

  private void damagedIn(int line) {
    String words = "line %d of %s is damaged".formatted(line, file);
    refuses(() -> JsonLinesJournal.open(file), words);
    refuses(() -> read(file), words);
  }

  static Stream<Arguments> damage() {
    return Stream.of(
        damage("a word", 3, text -> text.replace("paid 2", "paid 7")),
        damage("case in a checksum", 1, text -> upper(text, text.indexOf("\"sum\":\"") + 7)),
        damage("case in another", 4, text -> upper(text, text.lastIndexOf("\"sum\":\"") + 7)),
        damage("a blank", 3, text -> text.replace("\"durable\":1", "\"durable\": 1")),
        damage("a zero", 4, text -> text.replace("\"seq\":2", "\"seq\":02")),
        damage("durability", 4, text -> text.replace("\"durable\":2", "\"durable\":3")),
        damage("the id", 1, text -> text.replaceFirst("\"id\":\".", "\"id\":\"x")),
        damage("a blank line", 3, text -> text.replace("\n{\"seq\":1", "\n\n{\"seq\":1")),
        damage("a lost end of line", 2, text -> text.replace("\n{\"seq\":1", "{\"seq\":1")),
        damage("another end of line", 2, text -> text.replace("\n{\"seq\":1", "\r\n{\"seq\":1")),
        damage("the last end of line", 4, text -> text.substring(0, text.length() - 1) + "x"),
        damage("a blank line behind", 5, text -> text + "\n"),
        damage("a line that is gone", 3, text -> text.replaceFirst("(?m)^.*paid 2.*\n", "")),
        damage("a line that is twice", 4, text -> text.replaceFirst("(?m)^(.*paid 2.*\n)", "$1$1")),
        damage("an end of line in the last", 4, text -> text.replace("paid 3", "paid\n3")));
  }

  private static Arguments damage(String name, int line, UnaryOperator<String> change) {
    return Arguments.of(name, line, change);
  }

  /** With the next small letter as a capital one. */
  private static String upper(String text, int from) {
    int at = from;
    while (!Character.isLowerCase(text.charAt(at))) {
      at++;
    }
    return text.substring(0, at) + Character.toUpperCase(text.charAt(at)) + text.substring(at + 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damage")
  void isNamedWithItsLine(String name, int line, UnaryOperator<String> change) {
    change(change);

    damagedIn(line);
  }

  @Test
  void leavesWhatStandsBeforeItToReaders() {
    change(text -> text.replace("paid 3", "paid 7"));
    List<Entry> read = new ArrayList<>();

    assertThatThrownBy(() -> JsonLinesJournal.read(file, 0, read::add))
        .isInstanceOf(JournalException.class);
    assertThat(read).isEqualTo(PAID.subList(0, 2));
  }

  @Test
  void ofAnotherJournalIsAForeignLine() {
    Path other = folder.resolve("other.jsonl");
    write(other, PAID);
    String foreign = new String(bytes(other), ISO_8859_1).lines().toList().get(3);
    change(text -> text.replaceFirst("(?m)^.*paid 3.*$", foreign.replace("\\", "\\\\")));

    damagedIn(4);
  }

  @Nested
  class Repaired {
    private String aside(Optional<Path> file) {
      return new String(bytes(file.orElseThrow()), ISO_8859_1);
    }

    @Test
    void isSetAsideAndTheJournalGoesOn() {
      change(text -> text.replace("paid 3", "paid 7"));

      Optional<Path> aside = JsonLinesJournal.repair(file);
      assertThat(aside(aside)).contains("paid 7").startsWith("{\"seq\":2,").endsWith("\"}\n");
      assertThat(aside.orElseThrow().getFileName().toString())
          .startsWith("journal.jsonl.set-aside-");
      write(file, List.of(new RunEnded("paid 4")));
      assertThat(read(file)).containsExactly(PAID.get(0), PAID.get(1), new RunEnded("paid 4"));
    }

    @Test
    void isNotSetAsideWhenALaterLineSaysThatItWasOnTheDisk() {
      change(text -> text.replace("paid 2", "paid 7"));

      refuses(
          () -> JsonLinesJournal.repair(file),
          "line 3 of %s is damaged, and a later one says that it was on the disk: nothing was set aside; mend it from a copy of the file, or accept the loss with JsonLinesJournal.repair(path, 3)"
              .formatted(file));
      refuses(() -> JsonLinesJournal.repair(file, 2), "line 3 of ");
      assertThat(names(folder)).containsExactly("journal.jsonl", "journal.jsonl.lock");

      change(text -> text.replace("paid 7", "paid 2"));
      assertThat(read(file)).isEqualTo(PAID);
    }

    @Test
    void isSetAsideWithWhatFollowsWhenSomebodyAcceptsThat() {
      change(text -> text.replace("paid 2", "paid 7"));

      assertThat(aside(JsonLinesJournal.repair(file, 3))).contains("paid 7", "paid 3");
      assertThat(read(file)).containsExactly(PAID.get(0));
    }

    @Test
    void isNotSetAsideWhenTheNextOneKnowsOfALineThatIsGone() {
      change(text -> text.replaceFirst("(?m)^.*paid 2.*\n", ""));

      refuses(() -> JsonLinesJournal.repair(file), "line 3 of ");
    }

    /** Entries that came together say nothing of each other. */
    @Test
    void takesWhatCameTogetherWithIt() {
      try (var journal = JsonLinesJournal.open(file)) {
        journal.append(List.of(new RunEnded("a"), new RunEnded("b"), new RunEnded("c")));
      }
      change(text -> text.replace("\"b\"", "\"x\""));

      assertThat(aside(JsonLinesJournal.repair(file))).contains("\"x\"", "\"c\"");
      assertThat(read(file)).hasSize(4).endsWith(new RunEnded("a"));
    }

    @Test
    void keepsAnEntryOfWhichOnlyTheEndOfItsLineIsLost() {
      change(text -> text.substring(0, text.length() - 1) + "x");

      assertThat(aside(JsonLinesJournal.repair(file))).isEqualTo("x");
      write(file, List.of());
      assertThat(read(file)).isEqualTo(PAID);
    }

    @Test
    void mayBeNothing() {
      assertThat(JsonLinesJournal.repair(file)).isEmpty();
      assertThat(JsonLinesJournal.repair(file, 3)).isEmpty();
      assertThat(read(file)).isEqualTo(PAID);
    }

    @Test
    void isNobodysBusinessWhileSomebodyWrites() {
      try (var journal = JsonLinesJournal.open(file)) {
        assertThatThrownBy(() -> JsonLinesJournal.repair(file))
            .hasMessageContaining("has a writer already");
        journal.append(new RunEnded("paid 4"));
      }
    }
  }

  @Nested
  class WhileTheJournalIsOpen {
    private void refusesToAppend(Runnable meanwhile) {
      try (var journal = JsonLinesJournal.open(file)) {
        journal.append(new RunEnded("paid 4"));
        journal.append(List.of());
        byte[] mine = bytes(file);
        meanwhile.run();
        byte[] theirs = Files.exists(file) ? bytes(file) : new byte[0];

        assertThatThrownBy(() -> journal.append(new RunEnded("paid 5")))
            .isInstanceOfSatisfying(
                JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CHANGED))
            .hasMessageStartingWith(file + " was changed by somebody else")
            .hasMessageEndingWith(
                "at 4 entries and %d bytes; nothing was appended".formatted(mine.length));
        assertThat(Files.exists(file) ? bytes(file) : new byte[0]).isEqualTo(theirs);

        put(file, mine);
      }
    }

    @Test
    void anAppendRefusesBehindBytesThatSomebodyElseAppended() {
      refusesToAppend(() -> change(text -> text + "theirs\n"));
    }

    @Test
    void anAppendRefusesWhereBytesAreMissing() {
      refusesToAppend(() -> change(text -> text.substring(0, text.length() - 5)));
    }

    @Test
    void anAppendRefusesBehindOtherBytesOfTheSameLength() {
      refusesToAppend(() -> change(text -> text.replace("paid 4", "paid 5")));
    }

    @Test
    void anAppendRefusesInAFileThatTookThePlaceOfThisOne() {
      refusesToAppend(() -> {
        Path copy = put(folder.resolve("copy"), bytes(file));
        assertThat(copy.toFile().renameTo(file.toFile())).isTrue();
      });
    }

    @Test
    void anAppendRefusesWhereTheFileIsGone() {
      refusesToAppend(() -> assertThat(file.toFile().delete()).isTrue());
    }

    @Test
    void aReadingNoticesIt() {
      try (var journal = JsonLinesJournal.open(file)) {
        change(text -> text.replace("paid 2", "paid 7"));

        refuses(journal::entries, "line 3 of ");
      }
    }
  }
}
