import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * One program run as a reader runs it: a process of its own, told by its environment where the
 * model is, without a key.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what else a reader sees at the terminal
 */
record Program(int exit, String out, String err) {
  private static final int MOST_SECONDS = 120;

  static Program run(String main, URI server) throws IOException, InterruptedException {
    Path out = Files.createTempFile("recap-example", ".out");
    Path err = Files.createTempFile("recap-example", ".err");
    try {
      var builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-cp",
              System.getProperty("java.class.path"),
              main);
      builder.environment().put("ANTHROPIC_BASE_URL", server.toString());
      builder.environment().remove("ANTHROPIC_API_KEY");
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(
            "%s did not end in %d s: %s".formatted(main, MOST_SECONDS, read(err)));
      }
      return new Program(process.exitValue(), read(out), read(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
