package dev.recap.cli;

import dev.recap.lab.replay.ReadOnlyNames;
import dev.recap.lab.replay.RecordedRun;
import dev.recap.lab.replay.ReplayExperiment;
import java.util.ArrayList;
import java.util.List;

/** What a reader has to know of a replay's figures: what was assumed and what was left out. */
final class ReplayRemarks {
  private ReplayRemarks() {}

  static List<String> lines(
      List<RecordedRun> runs, ReplayExperiment experiment, ReadOnlyNames readOnly) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d recorded runs, played back with no model; budget %s."
            .formatted(runs.size(), experiment.budget()));
    lines.add("Assumed: tools of traces are read-only if their names are one of " + readOnly + ".");
    lines.add("fold does nothing on traces: recorded tools declare no work item that could close.");
    lines.add("recap is the standard ladder without its summary, which would need a model.");
    lines.add(
        "recap+summary has it: a stand-in of %d tokens that says nothing and so keeps no value."
            .formatted(experiment.summaryTokens()));
    if (!experiment.summaries().all().isEmpty()) {
      long own = runs.stream().filter(run -> experiment.summaries().own(run).isPresent()).count();
      lines.add(
          "recap+real-summary has what models wrote: %d of the runs their own, which knows what came later, the others those of other runs, in rotation by length."
              .formatted(own));
    }
    lines.add(
        "keep-results clears in batches: the newest three results stay, and a batch frees a fifth of the size where it begins, so that the cache holds in between.");
    lines.add("A name with = has the setting whose prompts come nearest to recap's tokens.");
    lines.add("Tokens are counted as the simulator server counts; nothing expires in the cache.");
    runs.stream()
        .filter(run -> run.counted().totalTokens() > 0)
        .forEach(run ->
            lines.add(
                "%s took %,d tokens in and %,d out by its provider's count, summaries not among them."
                    .formatted(
                        Plain.of(run.id()),
                        run.counted().promptTokens(),
                        run.counted().outputTokens())));
    lines.add("Dollars have the replies in them; a model without a known price is priced as told.");
    return lines;
  }
}
