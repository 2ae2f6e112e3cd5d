package dev.recap.desk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.recap.desk.ticket.Category;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KnowledgeBaseTest {
  private static final KnowledgeBase BASE = KnowledgeBase.bundled();

  private static List<Found> ask(String question) {
    return BASE.search(question, Optional.empty());
  }

  @Nested
  class ASearch {
    @Test
    void givesTheThreeBestArticlesWithASnippetEach() {
      assertThat(ask("The reset mail for my password does not arrive"))
          .hasSize(3)
          .allSatisfy(
              found -> assertThat(found.snippet()).isNotBlank().hasSizeLessThanOrEqualTo(170))
          .first()
          .satisfies(found -> {
            assertThat(found.id()).isEqualTo("KB-301");
            assertThat(found.category()).isEqualTo(Category.ACCOUNT);
          });
    }

    @Test
    void findsOtherFormsOfAWord() {
      assertThat(ask("flickers")).first().extracting(Found::id).isEqualTo("KB-204");
    }

    @Test
    void staysInsideACategoryWhenItNamesOne() {
      assertThat(BASE.search("refund for my parcel", Optional.of(Category.SHIPPING)))
          .isNotEmpty()
          .allSatisfy(found -> assertThat(found.category()).isEqualTo(Category.SHIPPING));
    }

    @Test
    void givesNothingWhenNoWordFits() {
      assertThat(ask("xylophone quartet")).isEmpty();
      assertThat(ask("the of and")).isEmpty();
      assertThat(ask("")).isEmpty();
    }

    @Test
    void takesAnyTextAsWords() {
      for (String hostile :
          List.of(
              "password:[* TO *] AND (\"",
              "-refund +~^5 title:/.*/",
              "\\\\\\\" OR 1=1; drop table ticket; --",
              "\u0000\uD800 refund",
              "refund ".repeat(20_000),
              "*?".repeat(5_000))) {
        assertThat(ask(hostile)).hasSizeLessThanOrEqualTo(3);
      }
      assertThat(ask("refund) AND NOT [")).isNotEmpty();
    }
  }

  @Nested
  class ASnippet {
    @Test
    void isThePassageThatAnswersTheQuestion() {
      assertThat(ask("duplicate charge reservation lapses").getFirst().snippet())
          .contains("reservation");
    }

    @Test
    void isCutBetweenWordsWhenASentenceIsTooLong() {
      var article =
          new Article("A", "Long", Category.BILLING, List.of("x"), "word ".repeat(90) + "end.");

      String snippet =
          KnowledgeBase.of(List.of(article)).search("word", Optional.empty()).getFirst().snippet();

      assertThat(snippet).hasSizeLessThanOrEqualTo(170).endsWith("word ...");
    }
  }

  @Nested
  class TheArticles {
    @Test
    void areAllListed() throws IOException, URISyntaxException {
      Path folder =
          Path.of(Objects.requireNonNull(KnowledgeBase.class.getResource("articles")).toURI());
      try (var files = Files.list(folder)) {
        assertThat(files.count()).isEqualTo(BASE.size()).isGreaterThanOrEqualTo(20);
      }
    }

    @Test
    void coverEveryCategoryWithAtLeastThree() {
      assertThat(Arrays.asList(Category.values()))
          .allSatisfy(category ->
              assertThat(BASE.search("customer lamp day", Optional.of(category))).hasSize(3));
    }

    @Test
    void haveIdsOfTheirOwn() {
      var article = new Article("A", "t", Category.BILLING, List.of(), "b");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> KnowledgeBase.of(List.of(article, article)))
          .withMessage("two articles have the id A");
    }

    @Test
    void areRefusedByNameWhenTheFrontMatterIsWrong() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Article.parse("a.md", "# Hello"))
          .withMessage("a.md: the first line must be ---");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Article.parse("a.md", "---\nid: 1\n"))
          .withMessage("a.md: the front matter does not end with ---");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Article.parse("a.md", "---\nid: 1\n---\nx"))
          .withMessage("a.md: the front matter lacks 'title'");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Article.parse("a.md", "---\nnothing\n---\nx"))
          .withMessageContaining("'name: value' was expected");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> Article.parse("a.md", "---\nid: 1\ntitle: t\ncategory: fun\ntags: a\n---\nx"))
          .withMessageStartingWith("a.md: Category was 'fun', but [billing,");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> Article.parse("a.md", "---\nid: 1\ntitle: t\ncategory: billing\ntags: a\n---"))
          .withMessageContaining("needs an id, a title and a body");
    }
  }
}
