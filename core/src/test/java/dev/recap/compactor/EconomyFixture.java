package dev.recap.compactor;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.opens;

import dev.recap.compaction.Compaction;
import dev.recap.compaction.Compaction.Forecast;
import dev.recap.journal.Weighed;
import dev.recap.model.ModelProfile;
import dev.recap.model.Prices;
import dev.recap.testing.Step;
import dev.recap.testing.Story;
import java.util.List;

/** Stories whose prompts are counted, at prices. */
abstract class EconomyFixture extends CompactorFixture {
  static final Prices SONNET = new Prices(3, 0.3, 3.75, 15);
  static final int LARGE_WINDOW = 200_000;
  static final Compaction NO_PRESSURE = Compaction.atTokens(1_000_000);

  /** A turn before which the provider counts what is estimated. */
  static Story measured(Story story, Step... steps) {
    return story.using(story.view().estimatedTokens(), 0).turn(steps);
  }

  /** One item that takes so many long turns, about 1,150 tokens each, and is closed. */
  static Story finishedAfter(int longTurns) {
    Story story = measured(Story.of("Paint."), opens("T-1"));
    for (int i = 0; i < longTurns; i++) {
      measured(story, paintsAtLength("color " + i));
    }
    return measured(story, finishes("T-1"));
  }

  List<Weighed> weighed() {
    return appended.stream().filter(Weighed.class::isInstance).map(Weighed.class::cast).toList();
  }

  static Forecast turns(int left) {
    return (ledger, turnsSoFar) -> left;
  }

  void cacheableFrom(int tokens) {
    model.profile(new ModelProfile("cached", LARGE_WINDOW, tokens, SONNET));
  }
}
