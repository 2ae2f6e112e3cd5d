package dev.recap.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ./recap serve} as a process of its own, as a person starts it. */
final class DeskProcess implements AutoCloseable {
  private static final Pattern BASE = Pattern.compile("\"baseUrl\":\"(.*?)/?\"");

  private final Process process;
  private final String base;

  private DeskProcess(Process process, String base) {
    this.process = process;
    this.base = base;
  }

  /** Starts it over a folder; with more words of its own. */
  static DeskProcess start(Path folder, String... more) {
    List<String> words =
        new ArrayList<>(List.of("serve", "--port", "0", "--json", "--data", folder.toString()));
    words.addAll(List.of(more));
    try {
      Process process = recap(words);
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      String line = out.readLine();
      Matcher said = BASE.matcher(String.valueOf(line));
      if (!said.find()) {
        process.destroyForcibly();
        throw new IllegalStateException("the desk did not say where it is, but: " + line);
      }
      return new DeskProcess(process, said.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it over a folder in which the agent has worked so many invented tickets. */
  static DeskProcess worked(Path folder, int tickets) {
    start(folder, "--sample", Integer.toString(tickets)).close();
    run(
        "batch", "start",
        "--desk", folder.resolve("desk.db").toString(),
        "--store", folder.resolve("journals.db").toString());
    return start(folder);
  }

  /** Runs a command to its end. */
  static void run(String... words) {
    try {
      Process process = recap(List.of(words));
      process.getInputStream().readAllBytes();
      int exit = process.waitFor();
      if (exit != 0) {
        throw new IllegalStateException("recap %s ended with %d".formatted(List.of(words), exit));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Process recap(List<String> words) throws IOException {
    List<String> command = new ArrayList<>(List.of(home().resolve("recap").toString()));
    command.addAll(words);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** The checkout. */
  static Path home() {
    return Path.of("").toAbsolutePath().getParent();
  }

  /** The address of a page. */
  String at(String path) {
    return base + path;
  }

  /** As {@code kill -9} ends it. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    await();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    await();
  }

  private void await() {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
