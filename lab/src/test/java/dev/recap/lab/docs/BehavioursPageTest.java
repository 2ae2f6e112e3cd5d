package dev.recap.lab.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/behaviours.md} to what it says. */
class BehavioursPageTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test)(?:#(\\w+))?`");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (\\d+) \\| .+ \\| (?:holds|differs|does not apply)\\b.+\\|$");

  private final String page = read(ROOT.resolve("docs/behaviours.md"));

  @Test
  void saysOfEachOfThe119FactsWhetherItHolds() {
    assertThat(ROW.matcher(page).results().map(row -> Integer.parseInt(row.group(1))))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 119).boxed().toList());
  }

  @Test
  void namesTestsThatExist() {
    Map<String, String> tests = tests();

    assertThat(NAMED.matcher(page).results().filter(named -> !exists(named, tests)))
        .extracting(MatchResult::group)
        .isEmpty();
  }

  private static boolean exists(MatchResult named, Map<String, String> tests) {
    String source = tests.getOrDefault(named.group(1), "");
    return named.group(2) == null
        ? !source.isEmpty()
        : source.contains("void " + named.group(2) + "(");
  }

  private static Map<String, String> tests() {
    Map<String, String> tests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      files
          .filter(file -> file.toString().contains("src/test/java"))
          .filter(file -> file.toString().endsWith("Test.java"))
          .forEach(
              file -> tests.put(file.getFileName().toString().replace(".java", ""), read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tests;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
