package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file with frozen rules and sizes. It changes only together with {@code docs/simulator.md}, and
 * never to make one strategy look better. To write the files anew, run with {@code -Dgolden=write}
 * and read the difference.
 */
final class GoldenFile {
  private static final Path FOLDER = Path.of("src/test/resources/dev/recap/simulator/golden");

  private GoldenFile() {}

  static void agrees(String file, String actual) throws IOException {
    Path golden = FOLDER.resolve(file);
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(golden));
  }
}
