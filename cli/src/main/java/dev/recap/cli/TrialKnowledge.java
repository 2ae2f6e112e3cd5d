package dev.recap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.recap.desk.knowledge.KnowledgeBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The articles of a folder.
 *
 * @param print a hash of the files' names and contents
 */
record TrialKnowledge(KnowledgeBase articles, String print) implements AutoCloseable {

  /**
   * Reads a folder.
   *
   * @param kept apart files and folders that the agent must not find in there
   * @throws IllegalArgumentException when it is no folder, or one of these lies in it
   */
  static TrialKnowledge open(Path folder, List<Path> kept) throws IOException {
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
    return new TrialKnowledge(KnowledgeBase.standard(), print(folder));
  }

  private static String print(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      var digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(folder.relativize(file).toString().getBytes(UTF_8));
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() {
    articles.close();
  }
}
