package dev.recap.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.recap.words.OneLine;
import dev.recap.words.TokenEstimate;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewTest {
  private static final Preview PREVIEW = new Preview(true);

  /** What the words about the rest cost, keys aside. */
  private static final int LEAST = 40;

  @Nested
  class AText {
    @Test
    void thatFitsStaysAsItIs() {
      assertThat(PREVIEW.of("Seat 12, please.\n", 6)).isEqualTo("Seat 12, please.\n");
    }

    @Test
    void isItsBeginningAndWhatRecallReturnsWithTheFirstKeysInIt() {
      assertThat(PREVIEW.of("word ".repeat(300) + "order W-7712 of 2024-05-20", 60))
          .matches(
              "(word ){1,40}wor?d?\\s*\n\\[the first \\d+ of 1,526 characters; recall returns the"
                  + " rest, which has W-7712, 2024-05-20]");
    }

    @Test
    void saysThatTheRestIsGoneWhereThereIsNoRecall() {
      assertThat(new Preview(false).of("word ".repeat(300), 60))
          .endsWith("of 1,500 characters; the rest is gone]");
    }

    @Test
    void namesNoKeyWhereThereIsNone() {
      assertThat(PREVIEW.of("no digit ".repeat(300), 60)).endsWith("recall returns the rest]");
    }

    @Test
    void isNamedAndNotShownWhereThereIsHardlyAnyRoom() {
      assertThat(PREVIEW.of("word ".repeat(300), 5))
          .isEqualTo("\n[the first 0 of 1,500 characters; recall returns the rest]");
    }

    @Test
    void staysAsItIsWhereThatIsShorter() {
      assertThat(PREVIEW.of("a fence, and another one", 2)).isEqualTo("a fence, and another one");
      assertThat(PREVIEW.line("a fence, and another one", 2))
          .isEqualTo("\"a fence, and another one\"");
    }
  }

  @Nested
  class InOneLine {
    @Test
    void aTextIsJsonWholeOrCut() {
      assertThat(PREVIEW.line("two\nlines", 20)).isEqualTo("\"two\\nlines\"");
      assertThat(PREVIEW.line("{\"id\": 7}", 20)).isEqualTo("{\"id\": 7}");
      assertThat(PREVIEW.line("two\nlines ".repeat(200), 60))
          .startsWith("\"two\\nlines two")
          .endsWith("recall returns the rest)")
          .hasLineCount(1);
    }

    /** What cannot be seen is written as an escape, which is several times as long. */
    @ParameterizedTest
    @ValueSource(strings = {"\u202e", "\u2028", "\"", "\\", "<b", "\ud83d"})
    void keepsToItsTokensAlthoughEscapesAreLonger(String hostile) {
      assertThat(TokenEstimate.of(PREVIEW.line(hostile.repeat(20_000), 200)))
          .isLessThanOrEqualTo(200);
    }
  }

  @Property(tries = 300)
  void keepsToItsTokensAndSplitsNoCharacter(
      @ForAll("texts") String text, @ForAll @IntRange(min = LEAST, max = 400) int tokens) {
    String shown = PREVIEW.of(text, tokens);

    assertThat(TokenEstimate.of(shown)).isLessThanOrEqualTo(tokens);
    if (!shown.equals(text)) {
      String beginning = shown.substring(0, shown.lastIndexOf("\n["));
      assertThat(text).startsWith(beginning);
      assertThat(beginning.chars().filter(c -> Character.isSurrogate((char) c)).count() % 2)
          .isZero();
    }
    assertThat(TokenEstimate.of(PREVIEW.line(text, tokens))).isLessThanOrEqualTo(tokens);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "word ",
            "12345 ",
            "\ud83d\ude80",
            "\u4f60\u597d",
            " ",
            "\n",
            "{\"a\": 1}",
            "x-1_",
            "\u202e")
        .list()
        .ofMinSize(1)
        .ofMaxSize(9)
        .flatMap(parts ->
            Arbitraries.integers()
                .between(1, 400)
                .map(times -> String.join("", parts).repeat(times)));
  }

  /** The time is what a run can spare, not what is usual. */
  @ParameterizedTest
  @ValueSource(strings = {"word", "a-", "12345 ", " ", "\ud83d\ude80", "[", "\n"})
  void ofEightMegabytesIsMadeInAMoment(String part) {
    String text = part.repeat(8_000_000 / part.length());

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThat(TokenEstimate.of(PREVIEW.of(text, 200))).isLessThanOrEqualTo(200);
          assertThat(TokenEstimate.of(PREVIEW.line(text, 200))).isLessThanOrEqualTo(200);
        });
  }

  @Nested
  class TheRoomOfSeveral {
    @ParameterizedTest
    @CsvSource({"1000,400", "600,250", "400,150", "250,83", "0,0"})
    void isTakenFromTheLongestUntilAllKeepToIt(long room, long most) {
      assertThat(Preview.level(List.of(400, 100, 400), room)).isEqualTo(most);
    }
  }

  @Test
  void ofOneLineIsTheWholeTextThatRecallReturns() {
    String text = "{\"order\":\"W-1\"}";

    assertThat(PREVIEW.line(text, 100)).isEqualTo(OneLine.of(text));
  }
}
