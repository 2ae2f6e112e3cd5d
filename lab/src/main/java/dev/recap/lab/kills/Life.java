package dev.recap.lab.kills;

import dev.recap.lab.kills.Labels.Label;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One process at a scene, and its end.
 *
 * @param label where it is killed; {@link Label#NONE} for a random instant
 * @param time which time that the label is reached with a ticket in hand
 * @param millis the instant, from when it begins to work
 */
record Life(Label label, int time, long millis) {
  private static final int MOST_SECONDS = 120;

  /** How it ended. */
  enum End {
    KILLED,
    DONE
  }

  /**
   * Lives it.
   *
   * @throws IllegalStateException when it ended otherwise, with what it said
   */
  End at(Scene scene) throws IOException, InterruptedException {
    File said = scene.folder().resolve("said").toFile();
    Process process = new ProcessBuilder(command(scene)).redirectError(said).start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      boolean atRandom = label == Label.NONE;
      String line = out.readLine();
      while (line != null
          && !(atRandom ? line.equals(Labels.WORKING) : line.startsWith(Labels.AT))) {
        line = out.readLine();
      }
      // It waits at the label, or came to its end without reaching it so often.
      boolean over = line == null || (atRandom && process.waitFor(millis, TimeUnit.MILLISECONDS));
      return over ? ended(process, said) : killed(process);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static End killed(Process process) throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
    return End.KILLED;
  }

  private static End ended(Process process, File said) throws IOException, InterruptedException {
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException(
          "a worker ended by itself before its work was done: " + Files.readString(said.toPath()));
    }
    return End.DONE;
  }

  /** With the archive of classes and whatever else this JVM was started with. */
  private List<String> command(Scene scene) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("-XX:SharedArchiveFile") || flag.startsWith("-Xlog"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Victim.class.getName(),
            scene.folder().toString(),
            scene.address(),
            label.name(),
            String.valueOf(time)));
    return command;
  }
}
