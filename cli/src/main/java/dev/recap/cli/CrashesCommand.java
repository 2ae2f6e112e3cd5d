package dev.recap.cli;

import dev.recap.lab.crashes.CrashFindings;
import dev.recap.lab.crashes.CrashesExperiment;
import dev.recap.lab.crashes.StoreName;
import dev.recap.lab.figures.Figures;
import dev.recap.lab.table.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A conversation that is killed at every write. */
@Command(
    name = "crashes",
    description = {
      "Kills a conversation at every write of its journal and around every effect of its tools, in"
          + " every way that a file, SQLite and PostgreSQL can fail; resumes it; and counts what"
          + " happened twice or not at all.",
      "The model is fixed rules, and PostgreSQL is started from this program's own binaries."
    },
    exitCodeList = {
      "0:every scenario ended as the oracle says, with nothing repeated or lost",
      "1:one did not; such scenarios are listed",
      "2:wrong usage"
    })
final class CrashesCommand extends ExperimentCommand {
  @Option(
      names = "--stores",
      split = ",",
      paramLabel = "NAME",
      description = "Only these: file, sqlite, postgresql.")
  private List<String> stores = new ArrayList<>();

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "So many scenarios, chosen by chance (default 0: all).")
  private int sample;

  @Option(names = "--seed", paramLabel = "S", description = "Which ones (default 1).")
  private long seed = 1;

  @Option(names = "--rows", description = "Prints a line for each scenario.")
  private boolean rows;

  @Option(
      names = "--record",
      description =
          "Puts the totals of all scenarios into docs/records/crashes.json and the pages that quote"
              + " them, of the checkout in which it is called.")
  private boolean record;

  @Override
  public Integer call() throws IOException {
    check();
    CrashFindings found =
        new CrashesExperiment(new TimeLeft(err(), System::nanoTime)).play(chosen(), sample, seed);
    show(found.findings(), rows);
    print(verdict(found));
    if (record && found.wrong().isEmpty()) {
      Figures.of("crashes", "./recap lab crashes", found.totals()).write(Path.of(""));
    }
    return found.wrong().isEmpty() ? 0 : 1;
  }

  private void check() {
    if (sample < 0) {
      throw new IllegalArgumentException("sample is %d, but must be 0 or more".formatted(sample));
    }
    if (record && (sample > 0 || !stores.isEmpty())) {
      throw new IllegalArgumentException("a record is of all scenarios: no --sample, no --stores");
    }
    if (record && !Files.isDirectory(Figures.FOLDER)) {
      throw new IllegalArgumentException(
          "there is no %s here: call it in a checkout".formatted(Figures.FOLDER));
    }
  }

  private Set<StoreName> chosen() {
    Set<StoreName> chosen = EnumSet.noneOf(StoreName.class);
    stores.forEach(name -> chosen.add(Choice.of("store", name, StoreName.values())));
    return chosen.isEmpty() ? EnumSet.allOf(StoreName.class) : chosen;
  }

  private static List<String> verdict(CrashFindings found) {
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(failing(found.wrong()));
    lines.add(
        "In %,d more not all that was to break did, as their store does not write there that often; they count for nothing."
            .formatted(found.notReached()));
    lines.add(
        found.wrong().isEmpty()
            ? "Nothing was repeated, nothing was lost, and nothing was unknown but what nobody can know."
            : "FAILED: %,d of %,d scenarios.".formatted(found.wrong().size(), found.rows().size()));
    return lines;
  }
}
