package dev.recap.desk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.recap.desk.rules.DeskRules;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandardArticlesTest {
  private final List<Article> articles = Shelf.standard();

  @Test
  void areAtLeastFiveForEachCategory() {
    for (String category : DeskRules.names(DeskRules.standard().categories())) {
      assertThat(articles)
          .filteredOn(article -> article.category().equals(category))
          .hasSizeGreaterThanOrEqualTo(5);
    }
  }

  @Test
  void haveATitleTagsAndAnIdOfTheirOwn() {
    assertThat(articles).extracting(Article::id).doesNotHaveDuplicates();
    assertThat(articles).extracting(Article::title).doesNotHaveDuplicates();
    assertThat(articles).allSatisfy(article -> assertThat(article.tags()).isNotEmpty());
  }

  @Test
  void areNamedByTheirIdAndAllInTheIndex() throws IOException, URISyntaxException {
    var index = Objects.requireNonNull(Shelf.class.getResource("articles/index.txt"));
    try (Stream<Path> files = Files.list(Path.of(index.toURI()).resolveSibling("."))) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(f -> f.endsWith(".md")))
          .containsExactlyInAnyOrderElementsOf(
              articles.stream().map(article -> article.id() + ".md").toList());
    }
  }

  @Test
  void areBetween120And200WordsLong() {
    for (Article article : articles) {
      assertThat(article.text().split("\\s+")).as(article.id()).hasSizeBetween(120, 200);
    }
  }

  @Test
  void areWrittenInSentencesThatASnippetCanShowWhole() {
    for (Article article : articles) {
      assertThat(article.sentences())
          .as(article.id())
          .allSatisfy(it -> assertThat(it).hasSizeLessThanOrEqualTo(Hit.MAX_SNIPPET_CHARS));
    }
  }

  @Test
  void areFoundFirstByTheirOwnTitle() {
    KnowledgeBase knowledge = KnowledgeBase.standard();
    for (Article article : articles) {
      assertThat(knowledge.search(article.title(), Optional.empty()))
          .first()
          .extracting(Hit::id)
          .isEqualTo(article.id());
    }
  }

  /**
   * Claude counts about 1.2 tokens where o200k counts one; recorded are 222 to 246, at most 364.
   */
  @Test
  void makeAResultOfTheRecordedSize() throws JsonProcessingException {
    Encoding o200k = Encodings.newDefaultEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    KnowledgeBase knowledge = KnowledgeBase.standard();
    var sizes = new IntSummaryStatistics();
    for (Article article : articles) {
      List<Hit> hits = knowledge.search(article.title(), Optional.of(article.category()));
      sizes.accept(o200k.countTokens(json(hits)));
    }

    assertThat(sizes.getMax()).isLessThanOrEqualTo(303);
    assertThat(sizes.getAverage()).isBetween(165.0, 200.0);
  }

  private static String json(List<Hit> hits) throws JsonProcessingException {
    return new ObjectMapper()
        .writeValueAsString(hits.stream().map(StandardArticlesTest::fields).toList());
  }

  private static Map<String, String> fields(Hit hit) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", hit.id());
    fields.put("title", hit.title());
    fields.put("snippet", hit.snippet());
    return fields;
  }

  @Test
  void areTheSameToADeskThatTakesThemIn() {
    assertThat(ArticleFiles.ofTheSample().stream().map(text -> text.version(1)).toList())
        .isEqualTo(articles);
  }

  @Test
  void areMissedWithTheNameOfTheFile() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Shelf.text("articles/none.md"))
        .withMessage("the desk was packed without articles/none.md");
  }
}
