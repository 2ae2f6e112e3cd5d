package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches at the command line, and signals to the process that works one. */
class BatchCommandTest {
  private static final int STOPPED_AT_ONCE = 143;

  @TempDir private Path dir;
  private final List<Process> children = new ArrayList<>();

  @AfterEach
  void endChildren() {
    children.forEach(Process::destroyForcibly);
  }

  private String[] words(String... words) {
    List<String> all = new ArrayList<>(List.of("batch"));
    all.addAll(List.of(words));
    if (!all.contains("--store")) {
      all.addAll(List.of("--store", dir.resolve("recap.db").toString()));
    }
    if (words[0].equals("start")) {
      all.addAll(List.of("--desk", dir.resolve("desk.db").toString()));
    }
    return all.toArray(String[]::new);
  }

  private Ran batch(String... words) {
    return Ran.recap(words(words));
  }

  private Process child(String... words) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                RecapCommand.class.getName()));
    all.addAll(List.of(words(words)));
    var builder = new ProcessBuilder(all).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put(ApiKey.NAME, "none");
    Process process = builder.start();
    children.add(process);
    return process;
  }

  /** The line that says which batch it is; a JVM may have said something first. */
  private static String id(BufferedReader err) throws IOException {
    String line = err.readLine();
    while (!line.startsWith("batch ")) {
      line = err.readLine();
    }
    return line.substring("batch ".length());
  }

  private JsonNode shown(String id) throws IOException {
    return new ObjectMapper().readTree(batch("show", id, "--json").out());
  }

  private void isDoneAfterResuming(String id) throws IOException {
    Ran resumed = batch("resume", id);
    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(resumed.out()).contains("batch %s: done".formatted(id), "3 done, 0 in hand");
    assertThat(shown(id).at("/queue/completed").asInt()).isEqualTo(3);
  }

  @Test
  void aBatchIsStartedListedAndShown() throws IOException {
    Ran started = batch("start", "--tickets", "1");

    assertThat(started.exit()).as(started.err()).isZero();
    String id = started.err().lines().findFirst().orElseThrow().substring("batch ".length());
    assertThat(batch("list").out()).contains(id, "done", "1 of 1 tickets");
    assertThat(batch("show", id).out()).contains("tickets: 1 done", "spent:", "held by nobody");
    assertThat(shown(id).path("state").asText()).isEqualTo("done");
    assertThat(batch("cancel", id).exit()).isEqualTo(2);
  }

  @Test
  void aBudgetEndsItAndALargerOneResumesIt() throws IOException {
    Ran started = batch("start", "--tickets", "3", "--tokens", "30000");

    assertThat(started.exit()).isEqualTo(3);
    String id = started.err().lines().findFirst().orElseThrow().substring("batch ".length());
    assertThat(shown(id).path("state").asText()).isEqualTo("over budget");
    assertThat(shown(id).path("spentTokens").asLong()).isBetween(1L, 30_000L);
    assertThat(batch("resume", id, "--tokens", "1000000").exit()).isZero();
  }

  @Test
  void aCancelledOneIsOver() throws IOException {
    Ran started = batch("start", "--tickets", "2", "--dollars", "0.03");
    String id = started.err().lines().findFirst().orElseThrow().substring("batch ".length());

    assertThat(batch("cancel", id).out()).contains("batch %s: cancelled".formatted(id));

    assertThat(batch("resume", id).err()).contains("cancelled");
    assertThat(shown(id).at("/queue/inProgress").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "start,nothing waits",
    "start --tickets 1 --workers 0,workers is 0",
    "start --tickets 1 --tokens 0,tokens is 0",
    "start --tickets 1 --model gpt,model is 'gpt'",
    "start --tickets 1 --model anthropic:claude-sonnet-5-5,costs money",
    "show none,batch is 'none'",
    "resume none,batch is 'none'",
    "cancel none,batch is 'none'",
    "list --store jdbc:oracle:x,jdbc:oracle:x"
  })
  void wrongUsageExitsWith2AndNamesTheValue(String words, String said) {
    Ran ran = batch(words.split(" "));

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains(said);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void afterASignalOrAKillItIsResumed(boolean kill) throws Exception {
    Process worker = child("start", "--tickets", "3");
    String id = id(worker.errorReader());

    if (kill) {
      worker.destroyForcibly();
    } else {
      worker.toHandle().destroy();
    }

    assertThat(worker.waitFor()).isEqualTo(kill ? 137 : 0);
    if (!kill) {
      assertThat(shown(id).path("state").asText()).isEqualTo("stopped");
      assertThat(shown(id).at("/workers/0/holder").isNull()).isTrue();
    }
    isDoneAfterResuming(id);
  }

  /** The model does not answer, so the turn in hand does not end. */
  @Test
  void aSecondSignalStopsItAtOnce() throws Exception {
    try (var silent = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      Process worker =
          child(
              "start",
              "--tickets",
              "1",
              "--model",
              "anthropic:claude-sonnet-5-5",
              "--base-url",
              "http://127.0.0.1:" + silent.getLocalPort(),
              "--dollars",
              "5");
      BufferedReader err = worker.errorReader();
      String id = id(err);
      try (Socket asked = silent.accept()) {
        worker.toHandle().destroy();
        assertThat(err.lines().filter(line -> line.startsWith("stopping")).findFirst()).isPresent();
        assertThat(shown(id).path("state").asText()).isEqualTo("running");
        worker.toHandle().destroy();

        assertThat(worker.waitFor()).isEqualTo(STOPPED_AT_ONCE);
        assertThat(asked.isConnected()).isTrue();
      }
      assertThat(shown(id).path("state").asText()).isEqualTo("died");
    }
  }
}
