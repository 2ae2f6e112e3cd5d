package dev.recap.desk.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The articles that come with the desk, as files beside this class. */
final class Shelf {
  private static final String FOLDER = "articles/";

  private Shelf() {}

  /**
   * All articles in the order of {@code articles/index.txt}, which has a file name on each line: a
   * jar cannot be asked what a folder holds.
   *
   * @throws IllegalArgumentException when an article is not as {@link ArticleFile} describes it
   * @throws IllegalStateException when the index names a file that is not there
   */
  static List<Article> standard() {
    return fileNames().stream()
        .map(file -> ArticleFile.read(FOLDER + file, text(FOLDER + file)))
        .toList();
  }

  /** The same as their files have them, for a desk to take in. */
  static List<ArticleText> texts() {
    return fileNames().stream()
        .map(file -> MarkdownArticle.read(file, text(FOLDER + file)))
        .toList();
  }

  private static List<String> fileNames() {
    return text(FOLDER + "index.txt").lines().toList();
  }

  static String text(String file) {
    try (InputStream in = Shelf.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the desk was packed without " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
