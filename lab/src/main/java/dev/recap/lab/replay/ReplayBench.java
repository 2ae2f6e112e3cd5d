package dev.recap.lab.replay;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.lab.scenario.CurrentModel;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelProfile.Thinking;
import dev.recap.model.ToolSpec;
import dev.recap.projection.RequestFrame;
import dev.recap.simulator.CacheRules;
import java.util.ArrayList;
import java.util.List;

/**
 * What all replays of one run have in common.
 *
 * @param profile of the model it is priced as
 * @param used the values that its calls took from earlier
 */
record ReplayBench(
    RecordedRun run,
    ModelProfile profile,
    BlockCounts counts,
    Occurrences occurrences,
    UsedValues used) {
  private static final int MAX_OUTPUT_TOKENS = 4_096;

  static ReplayBench of(RecordedRun run, int shortestValue, BlockCounts counts) {
    var occurrences = new Occurrences();
    ModelProfile known = ModelCatalog.bundled().profile(run.model());
    ModelProfile priced = known.knownPrices().isPresent() ? known : CurrentModel.PROFILE;
    // Whoever recorded it: today's models bind their thinking.
    ModelProfile profile = priced.thinking(Thinking.BOUND);
    return new ReplayBench(
        run, profile, counts, occurrences, UsedValues.of(run, shortestValue, occurrences));
  }

  /** Whose prices are taken, after the recorded name where that is another one. */
  String pricedAs() {
    String family = run.model().replaceFirst("-([0-9]{8}|latest)$", "");
    return profile.name().equals(run.model()) || profile.name().equals(family)
        ? profile.name()
        : "%s as %s".formatted(run.model().isEmpty() ? "unknown" : run.model(), profile.name());
  }

  CacheRules cacheRules() {
    return CacheRules.defaults();
  }

  /** What the requests have in common, with one more tool for those who can recall. */
  RequestFrame frame(List<ToolSpec> more) {
    List<ToolSpec> tools = new ArrayList<>(run.tools());
    more.stream().filter(tool -> !tools.contains(tool)).forEach(tools::add);
    String recallTool = more.isEmpty() ? "" : more.getFirst().name();
    return new RequestFrame(run.instructions(), tools, MAX_OUTPUT_TOKENS, recallTool);
  }
}
