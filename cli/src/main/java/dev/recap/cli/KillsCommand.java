package dev.recap.cli;

import dev.recap.lab.figures.Figures;
import dev.recap.lab.kills.KillsExperiment;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Real processes killed while they work. */
@Command(
    name = "kills",
    description = {
      "Kills a process that works the desk's queue, at random instants and at every labelled step,"
          + " lets another go on, and counts on the desk's record what was lost or repeated.",
      "Kills count that hit a ticket in the process's hands. The simulated model (fixed rules, not"
          + " an LLM) counts which replies it gave twice."
    },
    exitCodeList = {
      "0:all is complete, nothing lost or repeated, and no more replies paid twice than were in"
          + " flight",
      "1:not so",
      "2:wrong usage"
    })
final class KillsCommand extends ExperimentCommand {
  @Option(
      names = "--store",
      paramLabel = "STORE",
      description =
          "What keeps the journal: file, sqlite or postgresql, which is one of the command's own"
              + " (default sqlite).")
  private String store = "sqlite";

  @Option(names = "--kills", paramLabel = "N", description = "How many (default 50).")
  private int kills = 50;

  @Option(names = "--seed", paramLabel = "S", description = "Where and when (default 42).")
  private long seed = 42;

  @Option(
      names = "--record",
      description =
          "Puts the totals into docs/records/kills.json and the pages that quote them, of the"
              + " checkout in which it is called.")
  private boolean record;

  @Override
  public Integer call() throws IOException, InterruptedException {
    KillsExperiment.Found found = new KillsExperiment(store, kills, seed, this::say).find();
    show(found.json(), found.findings().lines());
    boolean hold = found.totals().hold();
    if (!hold) {
      say("recap: what is promised was not kept");
    } else if (record) {
      Figures.onRecord("kills", "./recap lab kills").with(store, found.totals()).write(Path.of(""));
    }
    return hold ? 0 : 1;
  }
}
