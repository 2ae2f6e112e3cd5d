package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The launcher with the JVM of this test: its archive is a help and never a hindrance. */
class LauncherArchiveTest {
  private static final String HELP = "Usage: recap [-hV] [COMMAND]";

  @TempDir private Path folder;
  private Checkout checkout;

  @BeforeEach
  void aCheckoutWithTheCommandLineInIt() throws Exception {
    checkout = new Checkout(folder.resolve("real jvm"), "17");
    checkout.with("RECAP_JAVA", Path.of(System.getProperty("java.home"), "bin", "java"));
    Files.delete(checkout.lib().resolve("recap-cli.jar"));
    jar(origin(RecapCommand.class), checkout.lib().resolve("recap-cli.jar"));
    Files.copy(origin(CommandLine.class), checkout.lib().resolve("picocli.jar"));
  }

  @Test
  void isUsedByLaterStartsWithoutAWord() throws IOException {
    Checkout.Start first = checkout.start("--help");
    Checkout.Start second = checkout.start("--help");

    assertThat(first.out()).startsWith(HELP);
    assertThat(second).isEqualTo(first);
    assertThat(second.err()).isEmpty();
    assertThat(checkout.archives()).singleElement();
    assertThat(Files.size(checkout.archives().getFirst())).isGreaterThan(1_000_000);
  }

  @Test
  void isMadeByOneOfTwoStartsAtTheSameTimeAndBothSayTheSame() {
    List<Process> together = Stream.generate(() -> checkout.begin("--help")).limit(2).toList();

    assertThat(together.stream().map(Checkout::end))
        .allSatisfy(start -> {
          assertThat(start.out()).startsWith(HELP);
          assertThat(start.exit()).isZero();
        });
    assertThat(checkout.archives()).hasSize(1);
  }

  @Test
  void isIgnoredWithoutAWordWhenItIsBroken() throws IOException {
    Checkout.Start sound = checkout.start("--help");
    Path archive = checkout.archives().getFirst();
    long size = Files.size(archive);

    Files.writeString(archive, "no archive at all");
    assertThat(checkout.start("--help")).isEqualTo(sound);

    Files.write(archive, new byte[(int) Math.min(size, 2_000_000)]);
    assertThat(checkout.start("--help")).isEqualTo(sound);
  }

  @Test
  void isIgnoredWithoutAWordWhenAJarIsNotTheOneItWasMadeOf() throws Exception {
    Checkout.Start sound = checkout.start("--help");
    Path jar = checkout.lib().resolve("recap-cli.jar");
    var before = Files.getLastModifiedTime(checkout.archives().getFirst());
    Path other = folder.resolve("other.jar");
    jar(origin(RecapCommand.class), other);
    Files.setLastModifiedTime(other, FileTime.fromMillis(1_000));
    Files.move(other, jar, StandardCopyOption.REPLACE_EXISTING);

    assertThat(checkout.start("--help")).isEqualTo(sound);
    assertThat(Files.getLastModifiedTime(checkout.archives().getFirst())).isEqualTo(before);
  }

  private static Path origin(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static void jar(Path classes, Path jar) throws IOException {
    if (Files.isRegularFile(classes)) {
      Files.copy(classes, jar);
      return;
    }
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, zip);
      }
    }
  }
}
