package dev.recap.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands have in common that do something. */
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n")
abstract class Subcommand implements Callable<Integer> {
  /** In place of a file's name. */
  static final String STANDARD_OUTPUT = "-";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Spec private CommandSpec spec;

  /** Picocli sets the specification. */
  @SuppressWarnings("NullAway.Init")
  Subcommand() {}

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /**
   * Writes figures as JSON.
   *
   * @param file {@link #STANDARD_OUTPUT}, or the file's name
   */
  final void writeJson(String file, Object figures) throws IOException {
    String text = JSON.writeValueAsString(figures);
    if (file.equals(STANDARD_OUTPUT)) {
      out().println(text);
    } else {
      OwnFile.write(Path.of(file), text + "\n");
    }
  }

  /** Whoever waits sees the line at once. */
  final void say(String line) {
    err().println(line);
    err().flush();
  }
}
