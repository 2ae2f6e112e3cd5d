package dev.recap.lab.peers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The peers' own builds in the folder {@code lab/peers}, and how each is started. */
public final class Installation implements Programs {
  private static final Duration BUILD_LIMIT = Duration.ofMinutes(10);
  private static final int LAST_LINES = 12;

  private final Path folder;
  private final Path javaHome = Path.of(System.getProperty("java.home"));

  /**
   * An installation.
   *
   * @param folder {@code lab/peers} of a checkout
   * @throws IllegalArgumentException when the peers are not there
   */
  public Installation(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    if (!Files.isRegularFile(this.folder.resolve("java/pom.xml"))) {
      throw new IllegalArgumentException(
          "the peers' builds are not in %s: run this from a checkout, or name its folder lab/peers"
              .formatted(this.folder));
    }
  }

  /** {@code npm ci} for the TypeScript peer, one Maven build for the others. */
  @Override
  public void install(Collection<Peer> peers, Consumer<String> progress) {
    if (peers.stream().anyMatch(peer -> !peer.isJava())) {
      progress.accept("installing the TypeScript SDK from its lock file");
      build("typescript", List.of("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"));
    }
    if (peers.stream().anyMatch(Peer::isJava)) {
      progress.accept("building the Java peers");
      build("java", List.of("mvn", "-q", "-B", "package"));
    }
  }

  @Override
  public List<String> command(Peer peer) {
    if (!peer.isJava()) {
      return List.of("node", folder.resolve(peer.folder()).resolve("play.mjs").toString());
    }
    return List.of(
        javaHome.resolve("bin").resolve("java").toString(),
        // A peer runs for seconds: starting up is most of its time.
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        folder.resolve(peer.folder()).resolve("target/lib").toString() + "/*",
        peer.mainClass());
  }

  private void build(String subfolder, List<String> command) {
    var builder =
        new ProcessBuilder(new ArrayList<>(command)).directory(folder.resolve(subfolder).toFile());
    builder.environment().put("JAVA_HOME", javaHome.toString());
    Deque<String> last = new ArrayDeque<>();
    ChildProcess.Exit exit =
        new ChildProcess(builder, BUILD_LIMIT)
            .run(
                line -> {
                  last.add(line);
                  if (last.size() > LAST_LINES) {
                    last.remove();
                  }
                },
                () -> {});
    if (exit.stopped() || exit.exitCode() != 0) {
      throw new IllegalStateException(
          "%s in %s %s:%n%s"
              .formatted(
                  String.join(" ", command),
                  folder.resolve(subfolder),
                  exit.stopped() ? "took too long" : "failed with " + exit.exitCode(),
                  String.join(System.lineSeparator(), last)));
    }
  }
}
