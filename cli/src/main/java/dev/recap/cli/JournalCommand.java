package dev.recap.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The journals of a store. */
@Command(
    name = "journal",
    description = "Carries journals between stores and audits them: export, import, audit.",
    mixinStandardHelpOptions = true)
final class JournalCommand implements Runnable {
  static final List<Class<?>> ACTIONS =
      List.of(JournalExportCommand.class, JournalImportCommand.class, JournalAuditCommand.class);

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  JournalCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Export, import or audit? See recap journal --help.");
  }
}
