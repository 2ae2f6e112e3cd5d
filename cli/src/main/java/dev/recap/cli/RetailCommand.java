package dev.recap.cli;

import dev.recap.lab.retail.RetailExperiment;
import dev.recap.lab.retail.RetailFindings;
import dev.recap.lab.retail.RetailTrace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Recorded conversations of a foreign shop, played with the guard and compactions. */
@Command(
    name = "retail",
    description = {
      "Plays recorded conversations of a foreign shop (retail of the public tau-bench) with the"
          + " guard on and a compaction forced anywhere, and compares what becomes of the shop.",
      "User and model say what was recorded, so that a compaction cannot change what the model"
          + " asks for: the model's wit on a shorter view is not tested.",
      "The shop has what the traces showed, and nothing else is compared."
    },
    exitCodeList = {
      "0:no effect happened twice, and each play left the shop as the one without compaction",
      "1:some did not; they are listed",
      "2:wrong usage or unusable input"
    })
final class RetailCommand extends ExperimentCommand {
  @Parameters(
      paramLabel = "FILE",
      description =
          "JSON lines in the words of the Messages API; those whose field domain is retail are"
              + " played.")
  private Path file;

  /** Picocli sets the file. */
  @SuppressWarnings("NullAway.Init")
  RetailCommand() {}

  @Override
  public Integer call() throws IOException {
    RetailTrace.File read = RetailTrace.read(file);
    RetailFindings found =
        new RetailExperiment(new TimeLeft(err(), System::nanoTime)).play(read.traces());
    print(
        List.of(
            "Traces of the shop: %d; of other domains and passed over: %d."
                .formatted(read.traces().size(), read.passedOver()),
            "Replies are recorded: the model's wit after a compaction is not tested here.",
            "The shop has what the traces showed; users are not compared once an order of theirs"
                + " changed.",
            ""));
    show(found.findings(), true);
    print(List.of("", guard(found), outcome(found)));
    return found.hold() ? 0 : 1;
  }

  private static String guard(RetailFindings found) {
    return found.heldThoughCarriedOut() == 0
        ? "The guard held back no call that the recorded run carried out."
        : "FINDING: in %d cases the guard held back a call that the recorded run carried out."
            .formatted(found.heldThoughCarriedOut());
  }

  private static String outcome(RetailFindings found) {
    return found.hold()
        ? "No effect happened twice, and every play left the shop as the one without compaction."
        : "FAILED: %d of %d rows."
            .formatted(found.failing().size(), found.findings().rows().size());
  }
}
