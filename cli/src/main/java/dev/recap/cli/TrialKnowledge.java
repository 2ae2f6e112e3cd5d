package dev.recap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.recap.desk.knowledge.ArticleFiles;
import dev.recap.desk.knowledge.ArticleText;
import dev.recap.desk.knowledge.KnowledgeBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The articles of a folder.
 *
 * @param count how many there are
 * @param print a hash of the articles as they are searched
 */
record TrialKnowledge(KnowledgeBase articles, int count, String print) {
  /**
   * Reads a folder.
   *
   * @param kept apart files and folders that the agent must not find in there
   * @throws IllegalArgumentException when it is no folder, one of these lies in it, or a file in it
   *     is no article, naming each
   */
  static TrialKnowledge of(Path folder, List<Path> kept) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "knowledge is %s, but a folder with articles was expected".formatted(folder));
    }
    for (Path apart : kept) {
      if (Files.exists(apart) && apart.toRealPath().startsWith(folder.toRealPath())) {
        throw new IllegalArgumentException(
            "%s lies in the knowledge folder %s: the agent would read there what people decided"
                .formatted(apart, folder));
      }
    }
    List<ArticleText> articles = ArticleFiles.in(folder).all();
    return new TrialKnowledge(KnowledgeBase.of(articles), articles.size(), print(articles));
  }

  private static String print(List<ArticleText> articles) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      // Records of texts and lists say all that is in them.
      articles.forEach(article -> digest.update(article.toString().getBytes(UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
