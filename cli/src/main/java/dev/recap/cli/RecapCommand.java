package dev.recap.cli;

import dev.recap.desk.ticket.ImportException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line. */
@Command(
    name = "recap",
    description = "Tool-using agents that run as long as the work lasts.",
    mixinStandardHelpOptions = true,
    version = "recap 0.1.0",
    subcommands = {DemoCommand.class, LabCommand.class, RehearseCommand.class, ToolsCommand.class},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, and complete",
      "1:it ran, but not everything was completed, or the model failed",
      "2:wrong usage or unusable input"
    })
public final class RecapCommand implements Runnable {
  /** It recommends a faster JDK module, which nobody at this command line asked about. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  @Spec private CommandSpec spec;

  /** Set by picocli. */
  @SuppressWarnings("NullAway.Init")
  public RecapCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? See recap --help.");
  }

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    LUCENE.setLevel(Level.SEVERE);
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, args));
  }

  /** Runs the command with these streams and gives its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new RecapCommand())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(inOneLine(err))
        .execute(args);
  }

  /**
   * Input that cannot be used is the user's to mend and a failed model is not: both in one line.
   */
  private static IExecutionExceptionHandler inOneLine(PrintWriter err) {
    return (failure, command, parsed) -> {
      err.println("recap: " + failure.getMessage());
      return failure instanceof IllegalArgumentException || failure instanceof ImportException
          ? CommandLine.ExitCode.USAGE
          : CommandLine.ExitCode.SOFTWARE;
    };
  }
}
