package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, beside JDKs that write down what they are asked. */
class LauncherTest {
  @TempDir private Path folder;
  private Path home;

  @BeforeEach
  void aFolderWithASpaceInItsName() {
    home = folder.resolve("a checkout [of] mine");
  }

  @Nested
  class FindsAJdk {
    @Test
    void behindADefaultThatIsTooOldAndSoTheFirstTimeOnly() throws IOException {
      var checkout = new Checkout(home, "17.0.15");
      Path newer = checkout.jdk("newer", "25.0.3");
      checkout.with("JAVA_HOME", newer);

      assertThat(checkout.start("--help").exit()).isZero();
      int asked = versionsAsked(newer);
      assertThat(checkout.start("--help").out()).contains("dev.recap.cli.RecapCommand\n--help");

      assertThat(asked).isEqualTo(1);
      assertThat(versionsAsked(newer)).as("asked at the second start").isEqualTo(asked);
    }

    @Test
    void againWhenTheRememberedOneIsGone() throws IOException {
      var checkout = new Checkout(home, "21.0.2");
      Path gone = checkout.jdk("gone", "25");
      checkout.with("JAVA_HOME", gone).start("--help");
      delete(gone);

      Checkout.Start start = checkout.start("--help");

      assertThat(start.err()).isEmpty();
      assertThat(start.exit()).isZero();
      assertThat(calls(home.resolve("jdk/in-path"))).last().asString().contains("--help");
    }

    @Test
    void againWhenAnOlderOneTookItsPlace() throws IOException {
      var checkout = new Checkout(home, "21.0.2");
      Path replaced = checkout.jdk("replaced", "25");
      checkout.with("JAVA_HOME", replaced).start("--help");
      checkout.jdk("replaced", "17");

      assertThat(checkout.start("--help").exit()).isZero();
      assertThat(calls(home.resolve("jdk/in-path"))).last().asString().contains("--help");
    }

    @Test
    void againWhenAnotherOneIsAskedFor() throws IOException {
      var checkout = new Checkout(home, "21.0.2");
      checkout.start("--help");
      Path other = checkout.jdk("other", "25");

      checkout.with("JAVA_HOME", other).start("--help");

      assertThat(calls(other)).last().asString().contains("--help");
    }

    @Test
    void alsoForAUserWithoutAHome() throws IOException {
      Checkout.Start start =
          new Checkout(home, "21").without("HOME").without("JAVA_HOME").start("--help");

      assertThat(start.err()).isEmpty();
      assertThat(start.exit()).isZero();
    }

    @Test
    void andSaysSoWhenTheOneThatIsNamedIsNoneToUse() throws IOException {
      var checkout = new Checkout(home, "21.0.2");
      Path old = checkout.jdk("old", "17").resolve("bin/java");

      Checkout.Start start = checkout.with("RECAP_JAVA", old).start("--help");

      assertThat(start.exit()).isEqualTo(2);
      assertThat(start.err())
          .isEqualTo(
              "recap: RECAP_JAVA is '%s', but must be the java of a JDK 21 or newer\n"
                  .formatted(old));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--help, true",
    "demo, true",
    "demo --tickets 5 --quiet, true",
    "demo --tickets=500, false",
    "demo --quiet --tickets 100, false",
    "demo --tickets 100 --help, true",
    "lab cost --quick, false",
    "lab cost --help, true",
    "simulator --port 0, false",
    "serve --port 0, false",
    "tools, false",
    "melt, true"
  })
  void shortCommandsStartWithTheFirstCompilerAloneAndLongOnesHaveBoth(String words, boolean alone)
      throws IOException {
    Checkout.Start start = new Checkout(home, "21").start(words.split(" "));

    assertThat(start.out().contains("-XX:TieredStopAtLevel=1")).isEqualTo(alone);
    assertThat(start.out()).endsWith(words.replace(' ', '\n') + "\n");
  }

  @Nested
  class TheArchiveOfClasses {
    @Test
    void isMadeOnceAndUsedFromThenOn() throws IOException {
      var checkout = new Checkout(home, "21");

      String first = checkout.start("--help").out();
      Path archive = checkout.archives().getFirst();
      String second = checkout.start("--help").out();

      assertThat(first).isEqualTo(second).contains("-XX:SharedArchiveFile=" + archive);
      assertThat(calls(home.resolve("jdk/in-path")))
          .filteredOn(call -> call.contains("ArchiveClassesAtExit"))
          .hasSize(1);
    }

    @Test
    void isMadeAgainForOtherJarsAndTheOldOneGoes() throws IOException {
      var checkout = new Checkout(home, "21");
      checkout.start("--help");
      Files.writeString(checkout.lib().resolve("recap-core.jar"), "a newer jar");

      checkout.start("--help");

      assertThat(calls(home.resolve("jdk/in-path")))
          .filteredOn(call -> call.contains("ArchiveClassesAtExit"))
          .hasSize(2)
          .last()
          .asString()
          .contains("recap-cli.jar:", "recap-core.jar");
      assertThat(checkout.archives()).hasSize(1);
    }

    @Test
    void isTheSameForOneJdkHoweverItWasFound() throws IOException {
      var checkout = new Checkout(home, "21");
      String found = checkout.start("--help").out();

      Path named = home.resolve("jdk/in-path/bin/java").toRealPath();

      assertThat(checkout.with("RECAP_JAVA", named).start("--help").out()).isEqualTo(found);
      assertThat(checkout.archives()).hasSize(1);
    }

    @Test
    void isAnotherOneForAnotherJdk() throws IOException {
      var checkout = new Checkout(home, "21");
      String first = checkout.start("--help").out();

      String other = checkout.with("JAVA_HOME", checkout.jdk("other", "25")).start("--help").out();

      assertThat(archiveIn(other)).isNotEqualTo(archiveIn(first));
    }

    @Test
    void isDoneWithoutWhereTheJvmHasSomethingToSayAboutIt() throws IOException {
      var checkout = new Checkout(home, "21");
      Files.writeString(home.resolve("jdk/in-path/bin/grumbles"), "");

      for (int start = 0; start < 2; start++) {
        assertThat(checkout.start("--help").err()).isEmpty();
        assertThat(checkout.start("--help").out()).doesNotContain("SharedArchiveFile");
      }
      assertThat(calls(home.resolve("jdk/in-path")))
          .filteredOn(call -> call.contains("ArchiveClassesAtExit"))
          .hasSize(1);
    }
  }

  @Nested
  class Building {
    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "cli/src/main/java/New.java", "cli/target/.built"})
    void happensWhenSomethingIsNewerThanTheLastBuildOrThereWasNone(String changed)
        throws IOException {
      var checkout = new Checkout(home, "21");
      Path file = home.resolve(changed);
      if (changed.endsWith(".built")) {
        Files.delete(file);
      } else {
        Files.writeString(file, "changed");
      }

      Checkout.Start first = checkout.start("--help");
      Checkout.Start second = checkout.start("--help");

      assertThat(first.err()).isEqualTo("building Recap cli [7/7]\n");
      assertThat(first.exit()).isZero();
      assertThat(second.err()).isEmpty();
      assertThat(checkout.builds()).isEqualTo(1);
    }

    @Test
    void happensOnceWhenSeveralStartTogether() throws IOException {
      var checkout = new Checkout(home, "21");
      Files.delete(checkout.target().resolve(".built"));

      List<Process> together = Stream.generate(() -> checkout.begin("--help")).limit(4).toList();

      assertThat(together.stream().map(Checkout::end))
          .allSatisfy(start -> assertThat(start.exit()).as(start.err()).isZero());
      assertThat(checkout.builds()).isEqualTo(1);
      assertThat(checkout.archives()).hasSize(1);
    }

    @Test
    void isNotNeededWhereNothingCanBeWritten() throws IOException {
      var checkout = new Checkout(home, "21");
      Files.setPosixFilePermissions(
          checkout.target(), PosixFilePermissions.fromString("r-xr-xr-x"));

      Checkout.Start start = checkout.start("--help");

      Files.setPosixFilePermissions(
          checkout.target(), PosixFilePermissions.fromString("rwxr-xr-x"));
      assertThat(start.err()).isEmpty();
      assertThat(start.exit()).isZero();
    }
  }

  private static List<String> calls(Path jdk) throws IOException {
    return Files.readAllLines(jdk.resolve("bin/calls"));
  }

  private static int versionsAsked(Path jdk) throws IOException {
    return (int) calls(jdk).stream().filter("-version"::equals).count();
  }

  private static String archiveIn(String arguments) {
    return arguments.lines().filter(word -> word.contains("Archive")).findFirst().orElseThrow();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
