package dev.recap.desk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with articles, and with whatever else lies in it. */
class ArticleFolderTest {
  @TempDir private Path folder;

  @Test
  void isReadWithAllThatIsInItInTheOrderOfTheNames() throws IOException {
    Files.createDirectories(folder.resolve("billing"));
    Files.writeString(folder.resolve("billing/refunds.md"), "Money.");
    Files.writeString(folder.resolve("b.html"), "<p>B.");
    Files.writeString(folder.resolve("a.csv"), "id,title,text\nrow,Row,Text.\n");

    assertThat(ArticleFiles.in(folder).all())
        .extracting(ArticleText::id)
        .containsExactly("row", "b", "billing-refunds");
  }

  @Test
  void mayHoldOtherFilesAndHiddenOnesWhichArePassedOver() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    Files.writeString(folder.resolve(".git/a.md"), "Text.");
    Files.writeString(folder.resolve(".hidden.md"), "Text.");
    Files.write(folder.resolve("picture.png"), new byte[] {1, 2});
    Files.writeString(folder.resolve("a.md"), "Text.");

    assertThat(ArticleFiles.in(folder).all()).extracting(ArticleText::id).containsExactly("a");
  }

  @Test
  void isNotLeftByLinks() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("secret.md"), "Secret.");
    Path inside = Files.createDirectories(folder.resolve("inside"));
    Files.createSymbolicLink(inside.resolve("file.md"), outside.resolve("secret.md"));
    Files.createSymbolicLink(inside.resolve("folder"), outside);

    ArticleFiles.Found found = ArticleFiles.in(inside);
    assertThat(found.articles()).isEmpty();
    assertThat(found.refused())
        .containsExactlyInAnyOrder(
            "file.md: it is a link, but a file was expected",
            "folder: it is a link, but a file was expected");
  }

  @Test
  void namesEveryFileThatIsRefused() throws IOException {
    Files.writeString(folder.resolve("a.md"), "");
    Files.writeString(folder.resolve("b.md"), "---\nid: c\n---\nText.");
    Files.writeString(folder.resolve("c.md"), "Text.");

    assertThat(ArticleFiles.in(folder).refused())
        .hasSize(2)
        .anySatisfy(bad -> assertThat(bad).startsWith("a.md: text was ''"))
        .anySatisfy(bad -> assertThat(bad).startsWith("c.md: the id 'c' stands in b.md, too"));
  }

  @Test
  void withoutArticlesIsRefused() throws IOException {
    assertThat(ArticleFiles.in(folder).refused().getFirst()).contains("it has no article");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArticleFiles.in(folder.resolve("none")))
        .withMessageContaining("but a folder with articles was expected");
  }
}
