package dev.recap.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The experiments that anyone can run again. */
@Command(
    name = "lab",
    description = "Experiments that anyone can run again: each prints a table, or JSON.",
    mixinStandardHelpOptions = true)
final class LabCommand implements Runnable {
  static final List<Class<?>> EXPERIMENTS =
      List.of(
          AccountCommand.class,
          CostCommand.class,
          CrashesCommand.class,
          ModelsCommand.class,
          FaultsCommand.class,
          InjectionCommand.class,
          KillsCommand.class,
          PagesCommand.class,
          PeersCommand.class,
          ReplayCommand.class,
          RetailCommand.class);

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  LabCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which experiment? See recap lab --help.");
  }
}
