package dev.recap.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A checkout with the real launcher in it, already built, and JDKs that only say what they got. */
final class Checkout {
  /** What a start left behind. */
  record Start(int exit, String out, String err) {}

  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  /** Answers for a JDK: its version, an archive where one is asked for, else its arguments. */
  private static final String JAVA =
      """
      #!/bin/sh
      here=$(dirname "$0")
      echo "$*" >>"$here/calls"
      for word in "$@"; do
        case $word in
          -version) echo 'openjdk version "VERSION"' >&2; exit ;;
          -XX:ArchiveClassesAtExit=*) echo classes >"${word#*=}"; exit ;;
        esac
      done
      case "$*" in
        *SharedArchiveFile*) test ! -f "$here/grumbles" || echo 'archive is no good' >&2 ;;
      esac
      printf '%s\\n' "$@"
      """;

  private static final String MVN =
      """
      #!/bin/sh
      echo built >>"$BUILDS"
      echo '[INFO] Building Recap cli 0.1.0 [7/7]'
      mkdir -p cli/target/lib && : >cli/target/lib/recap-cli.jar
      """;

  private final Path home;
  private final Map<String, String> environment = new HashMap<>();
  private final Set<String> absent = new HashSet<>();

  /** A checkout in this folder, whose {@code java} in the path is a JDK of that version. */
  Checkout(Path home, String version) throws IOException {
    this.home = home;
    Files.createDirectories(home.resolve("cli/src/main/java"));
    Files.copy(Path.of("..", "recap"), home.resolve("recap"));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Files.createDirectories(lib());
    Files.writeString(lib().resolve("recap-cli.jar"), "a jar");
    script(home.resolve("bin/mvn"), MVN);
    environment.put("BUILDS", home.resolve("builds").toString());
    environment.put("JAVA_HOME", "");
    environment.put("RECAP_JAVA", "");
    Path jdk = jdk("in-path", version);
    environment.put(
        "PATH", jdk.resolve("bin") + ":" + home.resolve("bin") + ":" + System.getenv("PATH"));
    built();
  }

  /** A JDK beside the checkout. */
  Path jdk(String name, String version) throws IOException {
    Path jdk = home.resolve("jdk").resolve(name);
    script(jdk.resolve("bin/java"), JAVA.replace("VERSION", version));
    script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  Checkout with(String variable, Path value) {
    environment.put(variable, value.toString());
    return this;
  }

  Checkout without(String variable) {
    absent.add(variable);
    return this;
  }

  /** Everything is older than the last build. */
  void built() throws IOException {
    FileTime earlier = FileTime.from(Instant.now().minusSeconds(60));
    for (String file : List.of("pom.xml", "cli/src/main/java", "cli/target/lib/recap-cli.jar")) {
      Files.setLastModifiedTime(home.resolve(file), earlier);
    }
    Path stamp = target().resolve(".built");
    Files.writeString(stamp, "");
    Files.setLastModifiedTime(stamp, FileTime.from(Instant.now().minusSeconds(30)));
  }

  Path target() {
    return home.resolve("cli/target");
  }

  Path lib() {
    return target().resolve("lib");
  }

  /** The archives of loaded classes, finished or not. */
  List<Path> archives() {
    try (Stream<Path> files = Files.list(target())) {
      return files.filter(file -> file.getFileName().toString().startsWith("classes-")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int builds() throws IOException {
    Path builds = home.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  Start start(String... words) {
    return end(begin(words));
  }

  /** Starts the launcher and does not wait for it. */
  Process begin(String... words) {
    var command =
        new ProcessBuilder(
            Stream.concat(Stream.of(home.resolve("recap").toString()), Stream.of(words)).toList());
    command.environment().putAll(environment);
    command.environment().keySet().removeAll(absent);
    try {
      return command.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came of a start; what it says here fits into a pipe. */
  static Start end(Process process) {
    try {
      if (!process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the launcher did not end within " + LONGEST_START);
      }
      return new Start(
          process.exitValue(), text(process.getInputStream()), text(process.getErrorStream()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
