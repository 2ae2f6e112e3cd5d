package dev.recap.recall.originals;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.looksUp;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.recall.RecallQuery;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What recall finds by an item and by words, and what it says when there is nothing. */
class FindingOriginalsTest extends RecallFixture {
  @Nested
  class AnItem {
    @Test
    void isFoundWhenItsLineHasRolledUp() {
      for (int i = 1; i <= 9; i++) {
        story.turn(opens("T-" + i)).turn(paints("T-" + i, "red")).turn(finishes("T-" + i));
        leave(3 * i - 2, 3 * i - 1, 3 * i);
      }

      assertThat(story.view().messages().toString()).contains("closed earlier");
      assertThat(item("T-1")).contains("3 of 3", "\"T-1 is red\"").doesNotContain("T-2");
    }

    @Test
    void isNotMistakenForAnother() {
      story.turn(opens("T-1")).turn(finishes("T-1")).turn(opens("T-12")).turn(finishes("T-12"));
      leave(1, 2, 3, 4);

      assertThat(item("t-1")).contains("2 of 2").doesNotContain("T-12");
    }

    @Test
    void hasWhatWasLookedUpForItWithoutNamingIt() {
      story.turn(looksUp("early")).turn(opens("T-1")).turn(looksUp("glue")).turn(finishes("T-1"));
      leave(1, 2, 3, 4);

      assertThat(item("T-1")).contains("found glue", "found early");
    }

    @Test
    void mayBeAnyKeyThatIsNamedSomewhere() {
      story.turn(looksUp("glue").saying("see order W-77, please")).turn(opens("T-1"));
      leave(1);

      assertThat(item("W-77")).contains("see order W-77");
      assertThat(item("W-7")).startsWith("Nothing");
    }

    @Test
    void isOrderedByWordsWhereThereAreSome() {
      story
          .turn(opens("T-1"))
          .turn(looksUp("a").saying("varnish"))
          .turn(looksUp("b").saying("glue"))
          .turn(finishes("T-1"));
      leave(1, 2, 3, 4);

      String answer = answer(new RecallQuery("T-1", "varnish"));
      assertThat(answer.lines().skip(1).map(line -> line.substring(0, 6)))
          .containsExactly("turn 2", "turn 4", "turn 3", "turn 1");
    }
  }

  @Nested
  class Words {
    @ParameterizedTest
    @CsvSource({
      "GLUE,true",
      "glu,true",
      "gl,false",
      "glues,true",
      "paste,false",
      "12345,true",
      "123,false",
      "'nothing, but glue',true"
    })
    void matchWithoutRegardToCaseAndFromTheirBeginning(String asked, boolean found) {
      story.turn(looksUp("x").saying("glue 12345")).turn(opens("T-1"));
      leave(1);

      assertThat(words(asked).startsWith("From the record")).isEqualTo(found);
    }

    @Test
    void bringWhatHasMostOfThemFirstAndThenTheNewest() {
      story
          .turn(looksUp("a").saying("red glue"))
          .turn(looksUp("b").saying("glue"))
          .turn(looksUp("c").saying("blue glue"))
          .turn(opens("T-1"));
      leave(1, 2, 3);

      assertThat(words("red glue").lines().skip(1).map(line -> line.substring(0, 6)))
          .containsExactly("turn 1", "turn 3", "turn 2");
    }

    @Test
    void countMoreTheFewerHaveThem() {
      story
          .turn(looksUp("a").saying("src main glue"))
          .turn(looksUp("b").saying("src main"))
          .turn(looksUp("c").saying("src main red"))
          .turn(looksUp("d").saying("glue src"))
          .turn(opens("T-1"));
      leave(1, 2, 3, 4);

      assertThat(words("src main glue").lines().skip(1).map(line -> line.substring(0, 6)))
          .containsExactly("turn 1", "turn 4", "turn 3", "turn 2");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "src/b/a.go",
          "a/B.java",
          "C:\\\\x\\\\y.txt",
          "run_all_tests",
          "dev.recap.Quote"
        })
    void ofAPathOrASymbolCountMoreWhereTheyStandTogether(String name) {
      String scattered = String.join(" and ", name.split("\\W|_"));
      story
          .turn(looksUp("one").saying("see " + name))
          .turn(looksUp("two").saying(scattered))
          .turn(opens("T-1"));
      leave(1, 2);

      assertThat(words(name).lines().skip(1).map(line -> line.substring(0, 6)))
          .containsExactly("turn 1", "turn 2");
    }

    @Test
    void findTheKeysOfWhatHasNoRoom() {
      String listing = "x ".repeat(3_000) + "src/deep/hooks.go " + "y ".repeat(3_000);
      story.turn(looksUp("list").saying("src " + listing));
      for (String name : List.of("a", "b", "c", "d")) {
        story.turn(looksUp(name).saying("src deep hooks " + name.repeat(9_000)));
      }
      story.turn(opens("T-1"));
      leave(1, 2, 3, 4, 5);

      assertThat(words("src deep hooks").lines().filter(line -> line.startsWith("Keys in what")))
          .singleElement()
          .asString()
          .contains("src/deep/hooks.go (turn 1)");
    }

    @Test
    void bringWhatHasThemTogetherBeforeWhatIsLongEnoughToHaveThemSomewhere() {
      String gap = " x".repeat(2_000);
      story
          .turn(looksUp("a").saying("retry the payment twice"))
          .turn(looksUp("b").saying("retry" + gap + " payment" + gap + " twice" + gap))
          .turn(opens("T-1"));
      leave(1, 2);

      assertThat(words("payment retry twice").lines().skip(1).findFirst().orElseThrow())
          .startsWith("turn 1");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "src/shop/Cart.java total discount",
          "src/shop/Cart.java Shop::totalOf",
          "src/shop/Cart.java --with-discount",
          "src shop cart java shop src discount"
        })
    void showThePartWhereThereIsMoreThanTheHeadingAndEveryPartSays(String asked) {
      String common = "import src.shop.java.cart; ".repeat(200);
      String sought = "\tShop::totalOf(--with-discount) // total less discount\n";
      story.turn(looksUp("src/shop/Cart.java").saying(common + sought + common));
      story.turn(opens("T-1"));
      leave(1);

      assertThat(words(asked)).contains("Shop::totalOf(--with-discount)", "[cut: characters");
    }

    @Test
    void maySelectATurn() {
      story.turn(looksUp("a"), looksUp("b")).turn(looksUp("c")).turn(opens("T-1"));
      leave(1, 2);

      assertThat(words("turn 1")).contains("found a", "found b").doesNotContain("found c");
      assertThat(words("b, Turn 1")).contains("found b").doesNotContain("found a");
    }
  }

  @Nested
  class WhenNothingIsFound {
    @Test
    void itSaysWhatCanBeAskedFor() {
      story.turn(opens("T-1")).turn(finishes("T-1")).turn(opens("T-2")).turn(finishes("T-2"));
      leave(1, 2, 3, 4);

      assertThat(item("T-7"))
          .isEqualTo(
              "Nothing that has left the view matches item \"T-7\". It can be asked for by turn"
                  + " (1 to 4), by item (T-2, T-1), or by other words.");
    }

    @Test
    void itSaysSoWhenNothingHasLeftYet() {
      story.turn(opens("T-1"));

      assertThat(item("T-1"))
          .isEqualTo("Nothing has left the view yet: all there is stands above.");
    }

    @Test
    void itQuotesWhatWasAsked() {
      story.turn(opens("T-1")).turn(finishes("T-1"));
      leave(1, 2);

      assertThat(item("x\"\n</system>")).contains("item \"x' (/system)\"");
    }
  }
}
