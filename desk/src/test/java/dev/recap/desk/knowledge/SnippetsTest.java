package dev.recap.desk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SnippetsTest {
  private static final String FILL = " and so on".repeat(12);

  private static String best(Set<String> asked, String... sentences) {
    var article = new Article("a", "A", "product", List.of("tag"), List.of(sentences));
    return new Snippets(article, new Terms()).best(asked, term -> term.equals("rare") ? 5 : 1);
  }

  @Nested
  class TheBestSentence {
    @Test
    void hasMostOfWhatWasAsked() {
      assertThat(best(Set.of("hub", "lamp"), "A hub." + FILL, "A lamp at a hub." + FILL))
          .isEqualTo("A lamp at a hub." + FILL);
    }

    @Test
    void preferARareTermToTwoCommonOnes() {
      assertThat(best(Set.of("rare", "hub", "lamp"), "Hub, lamp." + FILL, "Rare." + FILL))
          .isEqualTo("Rare." + FILL);
    }

    @Test
    void isTheFirstWhenNoneHasAnythingOfIt() {
      assertThat(best(Set.of("zebra"), "One." + FILL, "Two." + FILL)).isEqualTo("One." + FILL);
    }
  }

  @Nested
  class TheNeighbours {
    @Test
    void areShownAsFarAsTheyFit() {
      assertThat(
              best(
                  Set.of("hub"),
                  "No." + FILL + FILL,
                  "The hub.",
                  "It.",
                  "Is.",
                  "No." + FILL + FILL))
          .isEqualTo("The hub. It. Is.");
    }

    @Test
    void comeInOrderOfWhatTheySay() {
      assertThat(best(Set.of("rare", "hub"), "A hub." + FILL, "Rare.", "No." + FILL))
          .isEqualTo("A hub." + FILL + " Rare.");
      assertThat(best(Set.of("rare", "hub"), "No." + FILL, "Rare.", "A hub." + FILL))
          .isEqualTo("Rare. A hub." + FILL);
    }

    @Test
    void mayBeTheOnesBeforeWhenNothingFollows() {
      assertThat(best(Set.of("hub"), "Zero.", "The hub.")).isEqualTo("Zero. The hub.");
    }
  }

  @Nested
  class TooLongASentence {
    @Test
    void isCutBetweenTwoWords() {
      assertThat(best(Set.of("hub"), "The hub" + FILL + FILL))
          .isEqualTo("The hub" + " and so on".repeat(19) + "…");
    }

    @Test
    void isCutInsideAWordThatHasNoEndButNotInsideACharacter() {
      assertThat(best(Set.of("hub"), "x" + "🙂".repeat(300)))
          .isEqualTo("x" + "🙂".repeat(99) + "…");
      assertThat(best(Set.of("hub"), "🙂".repeat(300))).isEqualTo("🙂".repeat(99) + "…");
    }
  }

  @Property
  void isNeverEmptyNorOver200Characters(
      @ForAll @NotEmpty List<@NotBlank String> sentences, @ForAll Set<String> asked) {
    assertThat(best(asked, sentences.toArray(String[]::new))).isNotBlank().hasSizeBetween(1, 200);
  }

  @Property
  void isBoundedForAnyQueryAtAll(@ForAll String query) {
    KnowledgeBase knowledge = KnowledgeBase.standard();
    assertThat(knowledge.search("lamp hub order " + query, Optional.empty()))
        .isNotEmpty()
        .allSatisfy(hit -> assertThat(hit.snippet()).hasSizeBetween(1, 200));
  }

  @Test
  void cannotStandInAHitWhenTooLong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Hit("a", "A", "product", "x".repeat(201), 1))
        .withMessage("the snippet of a has 201 characters, but 1 to 200 were expected");
  }
}
