package dev.recap.compactor;

import static java.util.stream.Collectors.toSet;

import dev.recap.head.HeadWriter;
import dev.recap.head.HeadWriter.Head;
import dev.recap.journal.Compacted;
import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.Left;
import dev.recap.journal.Compacted.Stub;
import dev.recap.ledger.Ledger;
import dev.recap.model.ModelProfile.Thinking;
import dev.recap.projection.Segment;
import dev.recap.projection.Segment.TurnSegment;
import dev.recap.projection.Segment.UserSegment;
import dev.recap.projection.View;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A view as it would be: computed once, then judged, weighed and put on record.
 *
 * @param left what the view before has and this one has not
 * @param takenAlong estimated tokens of thinking that leaves only because what stood before it
 *     changes: that is a price, and no gain
 */
record Candidate(Head head, Left left, View after, long takenAlong) {
  /** A view that has grown to this many times its goal has outgrown it by a lot. */
  static final double OUTGROWN = 1.3;

  static Candidate of(From from, HeadWriter writer, Left left, @Nullable HeadBlock summary) {
    Head head = writer.without(left.turns(), left.userMessages(), summary);
    return from.with(head, left);
  }

  /** One whose head stays: only turns that stay are changed. */
  static Candidate inTheTail(From from, Left left) {
    return from.with(new Head(from.view().head(), from.view().rollUp()), left);
  }

  /**
   * What candidates are made from.
   *
   * @param thinking what holds the model's thinking to its place
   */
  record From(View view, Ledger ledger, Thinking thinking) {
    private Candidate with(Head head, Left left) {
      Left all = thinking == Thinking.BOUND ? withThinking(head, left) : left;
      View after = view.rewritten(head.blocks(), head.rollUp(), all, ledger);
      long along =
          view.turns().stream()
              .filter(turn -> all.thinking().contains(turn.number()))
              .filter(turn -> !left.thinking().contains(turn.number()))
              .mapToLong(TurnSegment::thinkingTokens)
              .sum();
      return new Candidate(head, all, after, view.scaled(along));
    }

    /**
     * Takes along all thinking behind the first block that changes. Thinking may leave from the
     * front; from the midst it takes along what is behind it.
     */
    private Left withThinking(Head head, Left left) {
      boolean changed = left.userMessages() > 0 || !head.blocks().equals(view.head());
      Set<Integer> stubbed = left.stubs().stream().map(Stub::turn).collect(toSet());
      Set<Integer> lost = new HashSet<>(left.thinking());
      boolean kept = false;
      int wordsAlone = left.withoutMedia();
      for (Segment segment : view.tail()) {
        if (segment instanceof UserSegment said) {
          changed |= wordsAlone-- > 0 && !said.media().isEmpty();
        }
        if (segment instanceof TurnSegment turn) {
          boolean leaves = left.turns().contains(turn.number());
          changed |= kept && turn.hasThinking() && lost.contains(turn.number());
          if (changed && !leaves && turn.hasThinking()) {
            lost.add(turn.number());
          }
          kept |= turn.hasThinking() && !leaves && !lost.contains(turn.number());
          changed |= leaves || stubbed.contains(turn.number());
        }
      }
      return new Left(left.turns(), left.stubs(), lost, left.userMessages(), left.wordsAlone());
    }
  }

  /**
   * Those turns of the view leave, and the user messages that only they kept in the tail.
   *
   * @param words whether user messages may leave
   */
  static Left leaving(View view, Set<Integer> turns, boolean words) {
    return new Left(turns, List.of(), Set.of(), words ? wordsBefore(view, turns) : 0);
  }

  /** User messages that stand before the first turn that stays, but for the newest. */
  private static int wordsBefore(View view, Set<Integer> leaving) {
    int before = 0;
    int all = 0;
    boolean staying = false;
    for (Segment segment : view.tail()) {
      if (segment instanceof TurnSegment turn) {
        staying |= !leaving.contains(turn.number());
      }
      if (segment instanceof UserSegment) {
        all++;
        before += staying ? 0 : 1;
      }
    }
    return Math.min(before, Math.max(0, all - 1));
  }

  /**
   * The shortest beginning of a list of turns that meets a goal, by bisection: leaving one more
   * turn makes a view shorter but for what stands for it in the head. All of them where the goal is
   * 0; empty where all of them are not enough and what they bring is not worth a new prefix turn
   * after turn.
   *
   * @param exactly whether less than the goal is worth nothing
   * @param some the candidate for so many of the turns
   */
  static Optional<Candidate> toTheGoal(
      View view, int turns, long goal, boolean exactly, IntFunction<Candidate> some) {
    Candidate best = some.apply(turns);
    if (goal == 0) {
      return Optional.of(best);
    }
    long least = best.after.estimatedTokens();
    long reachable = least <= goal || exactly ? goal : best.nextBest(view.estimatedTokens(), goal);
    if (least > reachable) {
      return Optional.empty();
    }
    int tooFew = 0;
    int enough = turns;
    while (enough - tooFew > 1) {
      int middle = (tooFew + enough) >>> 1;
      Candidate tried = some.apply(middle);
      if (tried.after.estimatedTokens() <= reachable) {
        enough = middle;
        best = tried;
      } else {
        tooFew = middle;
      }
    }
    return Optional.of(best);
  }

  /**
   * What goes on record of it.
   *
   * @param dollars saved over the turns expected to come; null where that is not known
   */
  Compacted compacted(String stage, View before, @Nullable Double dollars) {
    var report =
        new Compacted.Report(
            before.estimatedTokens(),
            after.estimatedTokens(),
            before.messages().size(),
            after.messages().size(),
            dollars);
    return new Compacted(stage, head.blocks(), head.rollUp(), left, report);
  }

  /**
   * What is aimed at where a goal is out of reach: for all but the tail that stays anyway, such as
   * a large message of the user's, the goal, once that has outgrown it by a lot; and half of a view
   * that could be that short. So a view stays bounded, and is not rewritten every turn.
   */
  private long nextBest(long before, long goal) {
    long staying = after.estimatedTokens() - after.leastTokens();
    return Math.max(before - staying > goal * OUTGROWN ? goal + staying : 0, before / 2);
  }
}
