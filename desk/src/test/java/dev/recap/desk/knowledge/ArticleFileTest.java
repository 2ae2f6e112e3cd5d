package dev.recap.desk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ArticleFileTest {
  private static final String SOUND =
      """
      ---
      id: lamp-hums
      title: The lamp hums: what now?
      category: technical
      tags: noise, buzzing
      ---
      A hum is normal.
      """;

  private static Article read(String text) {
    return ArticleFile.read("hum.md", text);
  }

  @Nested
  class AnArticle {
    @Test
    void hasTheFieldsOfItsFrontMatter() {
      assertThat(read(SOUND))
          .isEqualTo(
              new Article(
                  "lamp-hums",
                  "The lamp hums: what now?",
                  "technical",
                  List.of("noise", "buzzing"),
                  List.of("A hum is normal.")));
    }

    @Test
    void isCutIntoSentencesWithoutMarkdownMarks() {
      String text =
          """
          ## What to do

          Unplug it. Then wait
          for **ten** seconds.
          - a point
            that goes on
          1. a step with `Reset`
          2. another
          """;

      assertThat(read(SOUND + text).sentences())
          .containsExactly(
              "A hum is normal.",
              "What to do",
              "Unplug it.",
              "Then wait for ten seconds.",
              "a point that goes on",
              "a step with Reset",
              "another");
    }

    @Test
    void mayHaveWindowsLineEnds() {
      assertThat(read(SOUND.replace("\n", "\r\n"))).isEqualTo(read(SOUND));
    }

    @Test
    void mayDrawARuleInItsText() {
      assertThat(read(SOUND + "---\nMore.").sentences()).contains("More.");
    }
  }

  @Nested
  class AMistake {
    private void in(String text, String message) {
      assertThatIllegalArgumentException().isThrownBy(() -> read(text)).withMessage(message);
    }

    @Test
    void isNamedWhenThereIsNoFrontMatter() {
      in("", "hum.md: line 1 was '', but the front matter's --- was expected");
      in("# Hum", "hum.md: line 1 was '# Hum', but the front matter's --- was expected");
    }

    @Test
    void isNamedWhenTheFrontMatterHasNoEnd() {
      in("---\nid: a", "hum.md: the front matter has no end, but a line --- was expected");
    }

    @Test
    void isNamedForAnIdThatIsNotOne() {
      in(
          SOUND.replace("lamp-hums", "Lamp hums"),
          "hum.md: field 'id' was 'Lamp hums', but lower case words joined by hyphens was expected");
    }

    @Test
    void isNamedForAMissingTitle() {
      in(
          SOUND.replace("title: The lamp hums: what now?\n", ""),
          "hum.md: field 'title' was '', but a text was expected");
    }

    @Test
    void isNamedForAMissingCategory() {
      in(
          SOUND.replace("category: technical\n", ""),
          "hum.md: field 'category' was '', but a text was expected");
    }

    @Test
    void isNamedForEmptyTags() {
      in(
          SOUND.replace("noise, buzzing", "noise,"),
          "hum.md: field 'tags' was 'noise,', but words with a comma between each two was expected");
      in(
          SOUND.replace("noise, buzzing", ""),
          "hum.md: field 'tags' was '', but a text was expected");
    }

    @Test
    void isNamedForAFieldNobodyKnows() {
      in(
          SOUND.replace("tags:", "labels:"),
          "hum.md: a field of the front matter was 'labels', but one of [id, title, category, tags]"
              + " and a colon was expected");
    }

    @Test
    void isNamedForALineWithoutAColon() {
      in(
          SOUND.replace("tags: noise, buzzing", "tags"),
          "hum.md: a field of the front matter was 'tags', but one of [id, title, category, tags]"
              + " and a colon was expected");
    }

    @Test
    void isNamedForAFieldThatStandsTwice() {
      in(
          SOUND.replace("tags:", "id: second\ntags:"),
          "hum.md: field 'id' was 'id: second', but the field only once was expected");
    }

    @Test
    void isNamedForAMissingText() {
      in(
          SOUND.replace("A hum is normal.\n", " \n"),
          "hum.md: the text was '', but at least one sentence after the front matter was expected");
    }
  }
}
