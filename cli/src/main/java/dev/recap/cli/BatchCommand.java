package dev.recap.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Batches of work over the desk's queue. */
@Command(
    name = "batch",
    description =
        "Works the desk's queue in one process that may die at any point: start, list, show, resume,"
            + " cancel.",
    mixinStandardHelpOptions = true)
final class BatchCommand implements Runnable {
  static final List<Class<?>> ACTIONS =
      List.of(
          BatchStartCommand.class,
          BatchListCommand.class,
          BatchShowCommand.class,
          BatchResumeCommand.class,
          BatchCancelCommand.class);

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  BatchCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Start, list, show, resume or cancel? See recap batch --help.");
  }
}
