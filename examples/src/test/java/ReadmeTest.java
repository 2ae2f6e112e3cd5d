import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With only the README at hand a reader gets what the build has compiled and run. */
class ReadmeTest {
  private static final Pattern CLASS = Pattern.compile("(?m)^public (?:class|record) (\\w+)");
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>([\\w.-]+)</artifactId>\\s*<version>([^<$]+)</version>");
  private static final Readme README = Readme.read();

  static List<String> programs() {
    return Stream.of(README, Readme.read("docs/compaction.md"))
        .flatMap(page -> page.blocks("java").stream())
        .filter(block -> CLASS.matcher(block).find())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void showsAProgramAsItIsCompiledHere(String block) throws IOException {
    Matcher name = CLASS.matcher(block);
    assertThat(name.find()).isTrue();
    Path file = Path.of("src/main/java", name.group(1) + ".java");
    assertThat(block).as(file.toString()).isEqualTo(Files.readString(file));
  }

  @Test
  void showsTheProgramsOfBothWaysInAndAStage() {
    assertThat(programs())
        .anyMatch(block -> block.contains("class FirstTool"))
        .anyMatch(block -> block.contains("class FromTheTutorial"))
        .anyMatch(block -> block.contains("class ServiceDesk"))
        .anyMatch(block -> block.contains("record LastTen"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compaction_control",
        "tool_runner",
        "context_token_threshold",
        "summary_prompt",
        "enabled"
      })
  void isFoundByTheTutorialsWords(String word) {
    assertThat(README.text()).contains(word);
  }

  /** What the pom asks for is what this project is built with. */
  @Test
  void givesAPomOfTheVersionsThatAreBuilt() throws IOException {
    String project = Files.readString(Path.of("../pom.xml"));
    String pom =
        README.blocks("xml").stream().filter(x -> x.contains("<project")).findFirst().orElseThrow();
    assertThat(pom).contains("<parameters>true</parameters>", "recap-core", "recap-anthropic");
    Matcher asked = VERSION.matcher(pom.replace("<artifactId>parcels</artifactId>", ""));
    int versions = 0;
    while (asked.find()) {
      versions++;
      String artifact = asked.group(1).startsWith("recap-") ? "recap" : asked.group(1);
      assertThat(project)
          .as(asked.group(1))
          .containsPattern(
              "<artifactId>%s</artifactId>\\s*<version>%s</version>"
                  .formatted(Pattern.quote(artifact), Pattern.quote(asked.group(2))));
    }
    assertThat(versions).isEqualTo(6);
  }

  @Test
  void linksToFilesThatAreThere() {
    Matcher link = Pattern.compile("\\]\\((?!http|#)([^)#]+)").matcher(README.text());
    while (link.find()) {
      assertThat(Path.of("..", link.group(1))).exists();
    }
  }
}
