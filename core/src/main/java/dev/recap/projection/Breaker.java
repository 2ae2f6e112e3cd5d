package dev.recap.projection;

import dev.recap.journal.Compacted;
import dev.recap.journal.Entry;
import dev.recap.journal.Replied;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * Whether compactions bring what they claim, judged by the first prompt that the provider measured
 * afterwards. A stage that fell short of half its claim twice in a row pauses until the view has
 * grown by a tenth. Immutable; a projection of the journal.
 *
 * @param failures in a row, by stage
 * @param pausedBelow tokens under which a stage is not tried, by stage
 * @param claim what the compactions since the last measured prompt claim; null for none
 */
public record Breaker(
    PMap<String, Integer> failures, PMap<String, Long> pausedBelow, @Nullable Claim claim) {
  private static final int MOST_FAILURES = 2;
  private static final double SHARE_OF_CLAIM = 0.5;

  /** Nothing was compacted yet. */
  public static final Breaker CLOSED =
      new Breaker(HashTreePMap.empty(), HashTreePMap.empty(), null);

  /**
   * What is to be seen in the next prompt.
   *
   * @param before tokens used before the first of the stages acted
   * @param gain estimated tokens that all of them together save
   */
  record Claim(PSet<String> stages, long before, long gain) {
    Claim plus(Compacted compacted) {
      long more = compacted.report().tokensBefore() - compacted.report().tokensAfter();
      return new Claim(stages.plus(compacted.stage()), before, gain + more);
    }

    boolean isMetBy(long measured) {
      return before - measured >= gain * SHARE_OF_CLAIM;
    }
  }

  /** Whether the stage waits for the view to grow. */
  public boolean pauses(String stage, View view) {
    return view.usedTokens() < pausedBelow.getOrDefault(stage, 0L);
  }

  /**
   * Once this has happened, too.
   *
   * @param before the view as it stood before the entry
   */
  Breaker after(Entry entry, View before) {
    if (entry instanceof Compacted compacted) {
      Claim soFar = claim == null ? new Claim(HashTreePSet.empty(), before.usedTokens(), 0) : claim;
      return new Breaker(failures, pausedBelow, soFar.plus(compacted));
    }
    if (entry instanceof Replied replied && claim != null) {
      long measured = replied.reply().usage().promptTokens();
      return measured == 0 ? new Breaker(failures, pausedBelow, null) : judged(claim, measured);
    }
    return this;
  }

  private Breaker judged(Claim made, long measured) {
    PMap<String, Integer> counts = failures;
    PMap<String, Long> pauses = pausedBelow;
    for (String stage : made.stages()) {
      int now = made.isMetBy(measured) ? 0 : failures.getOrDefault(stage, 0) + 1;
      counts = now == 0 ? counts.minus(stage) : counts.plus(stage, now);
      pauses =
          now < MOST_FAILURES ? pauses.minus(stage) : pauses.plus(stage, ViewState.grown(measured));
    }
    return new Breaker(counts, pauses, null);
  }
}
