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
 * @param shortfalls of each stage, since it last brought what it claimed
 * @param claim what the compactions since the last measured prompt claim; null for none
 */
public record Breaker(PMap<String, Shortfall> shortfalls, @Nullable Claim claim) {
  private static final int MOST_FAILURES = 2;
  private static final double SHARE_OF_CLAIM = 0.5;

  /** Nothing was compacted yet. */
  public static final Breaker CLOSED = new Breaker(HashTreePMap.empty(), null);

  /**
   * What a stage did not bring.
   *
   * @param times in a row
   * @param below tokens under which it is not tried once that was too often
   */
  record Shortfall(int times, long below) {}

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
  }

  /** Whether the stage waits for the view to grow. */
  public boolean pauses(String stage, View view) {
    Shortfall last = shortfalls.get(stage);
    return last != null && last.times >= MOST_FAILURES && view.usedTokens() < last.below;
  }

  /**
   * Once this has happened, too.
   *
   * @param before the view as it stood before the entry
   */
  Breaker after(Entry entry, View before) {
    if (entry instanceof Compacted compacted) {
      Claim soFar = claim == null ? new Claim(HashTreePSet.empty(), before.usedTokens(), 0) : claim;
      return new Breaker(shortfalls, soFar.plus(compacted));
    }
    if (entry instanceof Replied replied && claim != null) {
      long measured = replied.reply().usage().promptTokens();
      return measured == 0 ? new Breaker(shortfalls, null) : judged(claim, measured);
    }
    return this;
  }

  private Breaker judged(Claim made, long measured) {
    boolean met = made.before - measured >= made.gain * SHARE_OF_CLAIM;
    PMap<String, Shortfall> now = shortfalls;
    for (String stage : made.stages()) {
      int times = now.containsKey(stage) ? now.get(stage).times : 0;
      now =
          met
              ? now.minus(stage)
              : now.plus(stage, new Shortfall(times + 1, ViewState.grown(measured)));
    }
    return new Breaker(now, null);
  }
}
