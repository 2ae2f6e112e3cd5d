package together;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an application gets that asks for recap-core and nothing else. */
class CoreAloneTest {
  private static final double MAX_MEGABYTES = 12;

  private final List<Path> jars =
      Stream.of(System.getProperty("runtime.jars").split(File.pathSeparator))
          .map(Path::of)
          .toList();

  @Test
  void staysSmall() {
    double megabytes = jars.stream().mapToLong(jar -> jar.toFile().length()).sum() / 1e6;

    System.out.printf("recap-core brings %d jars, %.1f MB%n", jars.size(), megabytes);
    assertThat(megabytes).isLessThan(MAX_MEGABYTES);
  }

  @Test
  void bringsNoJsonLibraryButJackson2() {
    assertThat(jars)
        .extracting(jar -> jar.getFileName().toString().replaceFirst("-\\d.*", ""))
        .containsExactlyInAnyOrder(
            "recap-core",
            "jackson-annotations",
            "jackson-core",
            "jackson-databind",
            "jackson-datatype-jdk8",
            "jackson-datatype-jsr310",
            "pcollections",
            "slf4j-api",
            "jspecify");
  }

  @Test
  void hasNothingOutsideItsOwnPackagesThatCouldMeetAnothers() throws Exception {
    Path core =
        jars.stream()
            .filter(jar -> jar.getFileName().toString().startsWith("recap-core"))
            .findFirst()
            .orElseThrow();
    try (var jar = new JarFile(core.toFile())) {
      assertThat(jar.stream())
          .filteredOn(entry -> !entry.isDirectory())
          .extracting(Object::toString)
          .allMatch(name ->
              name.startsWith("dev/recap/")
                  || name.startsWith("META-INF/")
                  || name.equals("module-info.class"))
          .contains("META-INF/LICENSE", "META-INF/NOTICE", "META-INF/relocated.txt");
    }
  }
}
