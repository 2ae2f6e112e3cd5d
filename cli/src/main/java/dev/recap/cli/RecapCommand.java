package dev.recap.cli;

import dev.recap.desk.ticket.ImportException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/** The root of the command line. */
@Command(
    name = "recap",
    description = "Tool-using agents that run as long as the work lasts.",
    mixinStandardHelpOptions = true,
    version = "recap 0.1.0",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, and complete",
      "1:it ran, but not everything was completed, or the model failed",
      "2:wrong usage or unusable input"
    })
public final class RecapCommand implements Runnable {
  private static final List<Class<?>> COMMANDS =
      List.of(
          DemoCommand.class,
          TrialCommand.class,
          ServeCommand.class,
          UserCommand.class,
          BatchCommand.class,
          JournalCommand.class,
          LabCommand.class,
          SimulatorCommand.class,
          ToolsCommand.class);

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
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, args));
  }

  /** Runs the command with these streams and gives its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    // Programs read the figures and people compare them: they are the same on every machine.
    Locale.setDefault(Locale.ROOT);
    return commandLine(List.of(args))
        .setOut(out)
        .setErr(err)
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(RecapCommand::helpOrRun)
        .setExecutionExceptionHandler(inOneLine(err))
        .execute(args);
  }

  /** The command line as far as these words need it. */
  static CommandLine commandLine(List<String> words) {
    CommandLine recap = new CommandLine(new RecapCommand());
    add(COMMANDS, words, recap);
    return recap;
  }

  /**
   * Adds commands: whole the one that the words begin with, and of the others what help lists. To
   * read the options of all of them takes longer than to show any help.
   */
  private static void add(List<Class<?>> commands, List<String> words, CommandLine parent) {
    for (Class<?> type : commands) {
      Command command = Objects.requireNonNull(type.getAnnotation(Command.class));
      if (words.isEmpty() || !words.getFirst().equals(command.name())) {
        CommandSpec listed = CommandSpec.create().name(command.name());
        listed.usageMessage().description(command.description());
        parent.addSubcommand(listed);
        continue;
      }
      CommandLine named = new CommandLine(type);
      UsageMessageSpec help = named.getCommandSpec().usageMessage();
      if (help.exitCodeList().isEmpty()) {
        UsageMessageSpec general = parent.getCommandSpec().usageMessage();
        help.exitCodeListHeading(general.exitCodeListHeading())
            .exitCodeList(general.exitCodeList());
      }
      parent.addSubcommand(named);
      add(below(type), words.subList(1, words.size()), named);
    }
  }

  private static List<Class<?>> below(Class<?> command) {
    if (command == LabCommand.class) {
      return LabCommand.EXPERIMENTS;
    }
    if (command == JournalCommand.class) {
      return JournalCommand.ACTIONS;
    }
    if (command == UserCommand.class) {
      return UserCommand.ACTIONS;
    }
    return command == BatchCommand.class ? BatchCommand.ACTIONS : List.of();
  }

  /**
   * Input that cannot be used is the user's to mend and a failed model is not: both in one line.
   */
  private static IExecutionExceptionHandler inOneLine(PrintWriter err) {
    return (failure, command, parsed) -> {
      boolean file =
          ofAFile(failure)
              || (failure instanceof UncheckedIOException && ofAFile(failure.getCause()));
      // Of a file the message is often its name alone, and the type says what is wrong with it.
      err.println("recap: " + (ofAFile(failure) ? failure : failure.getMessage()));
      return file
              || failure instanceof IllegalArgumentException
              || failure instanceof ImportException
          ? CommandLine.ExitCode.USAGE
          : CommandLine.ExitCode.SOFTWARE;
    };
  }

  private static boolean ofAFile(@Nullable Throwable failure) {
    return failure instanceof FileSystemException || failure instanceof CharacterCodingException;
  }

  private static int helpOrRun(ParseResult parsed) {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    CommandSpec named = parsed.asCommandLineList().getLast().getCommandSpec();
    try {
      InputFiles.check(named);
    } catch (IllegalArgumentException e) {
      throw new ExecutionException(named.commandLine(), "unusable input", e);
    }
    Lucene.LOG.setLevel(Level.SEVERE);
    return new RunLast().execute(parsed);
  }

  /** It recommends a faster JDK module, which nobody at this command line asked about. */
  private static final class Lucene {
    static final Logger LOG = Logger.getLogger("org.apache.lucene");
  }
}
