package dev.recap.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The key of a real model: from the environment, else from a {@code .env} file. */
final class ApiKey {
  private static final String NAME = "ANTHROPIC_API_KEY";

  private ApiKey() {}

  /**
   * The key.
   *
   * @throws IllegalArgumentException in one line that says what to do, when there is none
   */
  static String find(Path envFile) {
    String fromEnvironment = System.getenv(NAME);
    return fromEnvironment != null && !fromEnvironment.isBlank()
        ? fromEnvironment
        : fromFile(envFile);
  }

  static String fromFile(Path envFile) {
    try {
      if (Files.exists(envFile)) {
        for (String line : Files.readAllLines(envFile)) {
          String[] pair = line.strip().replaceFirst("^export\\s+", "").split("=", 2);
          if (pair.length == 2 && pair[0].strip().equals(NAME) && !pair[1].isBlank()) {
            return pair[1].strip().replaceAll("^([\"'])(.*)\\1$", "$2");
          }
        }
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s cannot be read: %s".formatted(envFile, e.getMessage()), e);
    }
    throw new IllegalArgumentException(
        "no API key: set %s in the environment or in %s, or use --model rehearsal"
            .formatted(NAME, envFile));
  }
}
