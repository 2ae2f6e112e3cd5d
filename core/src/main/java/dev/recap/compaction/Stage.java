package dev.recap.compaction;

import dev.recap.context.ContextView;
import dev.recap.ledger.Ledger;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way of shortening the view. It says what leaves; what stands for that in the head the runtime
 * alone writes, so that no stage can lose a line of the ledger or break a request. Pure: the same
 * situation gives the same proposal. Called by the thread of a run, when no call is unanswered; a
 * stage that throws is passed over.
 */
public interface Stage {

  /** Its name in reports and on the command line. */
  String name();

  /**
   * Whether it needs the view to be too large before it may act. A stage that costs nothing and
   * loses nothing does not.
   */
  default boolean needsPressure() {
    return true;
  }

  /**
   * Whether it is only done when it pays over the expected turns, unless the window forces it.
   * Others are weighed where the policy wants every stage to pay.
   */
  default boolean mustPayBack() {
    return false;
  }

  /** What it would do. */
  Proposal propose(Situation situation);

  /** What a stage decides on. */
  record Situation(ContextView view, Ledger ledger) {
    public Situation {
      Objects.requireNonNull(view, "view");
      Objects.requireNonNull(ledger, "ledger");
    }
  }

  /**
   * What leaves. Turns and calls that are not in the view count for nothing; what would break a
   * request is not done.
   */
  sealed interface Proposal {

    /**
     * Turns leave whole, and with them the user messages before the first turn that stays, which
     * move into the head; the newest user message stays.
     *
     * @param turns their numbers, the first to leave first
     * @param onlyToTheGoal whether no more of them need to leave than the target asks for
     */
    record Leave(List<Integer> turns, boolean onlyToTheGoal) implements Proposal {
      public Leave {
        turns = List.copyOf(turns);
      }
    }

    /**
     * One line stands for each of these results, where it is shorter; the calls stay.
     *
     * @param media calls whose results keep their text, and a line names the images and documents
     *     in them; where the model cannot recall those they stay
     * @param wordsBefore the number of a turn: the same for user messages before it; 0 for none
     */
    record Stub(List<ContextView.Call> results, List<ContextView.Call> media, int wordsBefore)
        implements Proposal {
      public Stub {
        results = List.copyOf(results);
        media = List.copyOf(media);
      }
    }

    /**
     * These turns stay without their thinking; the newest keeps it in any case.
     *
     * @param turns their numbers, the first to lose it first
     * @param onlyToTheGoal whether no more of them need to lose it than the target asks for, and
     *     none where all of them are not enough
     */
    record Forget(List<Integer> turns, boolean onlyToTheGoal) implements Proposal {
      public Forget {
        turns = List.copyOf(turns);
      }
    }

    /**
     * A model is asked for a summary of the view up to the first turn that stays; what it was shown
     * leaves and the summary stands for it.
     *
     * @param instruction the block that asks; null for the provider's own summary, which is asked
     *     for in its own way, where it has one
     * @param staying numbers of turns that stay, as do all behind the first of them
     */
    record Ask(@Nullable String instruction, Set<Integer> staying) implements Proposal {
      public Ask {
        if (instruction != null && instruction.isBlank()) {
          throw new IllegalArgumentException("an instruction to summarize cannot be blank");
        }
        staying = Set.copyOf(staying);
      }

      /** Whether the provider is to write its own. */
      public boolean isProviders() {
        return instruction == null;
      }
    }

    /** Nothing can be gained here. */
    record Nothing(String reason) implements Proposal {
      public Nothing {
        Objects.requireNonNull(reason, "reason");
      }
    }

    /** All of these turns leave. */
    static Proposal leave(Collection<Integer> turns) {
      return new Leave(List.copyOf(turns), false);
    }

    /** As many of these turns leave, in this order, as the target asks for. */
    static Proposal leaveToTheGoal(List<Integer> turns) {
      return new Leave(turns, true);
    }

    /** Stubs for these results. */
    static Proposal stub(List<? extends ContextView.Call> results) {
      return new Stub(List.copyOf(results), List.of(), 0);
    }

    /** Without the thinking of these turns. */
    static Proposal forget(Collection<Integer> turns) {
      return new Forget(List.copyOf(turns), false);
    }

    /** Without the thinking of as many of these turns, in this order, as the target asks for. */
    static Proposal forgetToTheGoal(List<Integer> turns) {
      return new Forget(turns, true);
    }

    /** A summary in the place of all turns before the first of these. */
    static Proposal ask(String instruction, Set<Integer> staying) {
      return new Ask(instruction, staying);
    }

    /** The provider's own summary in the place of all turns before the first of these. */
    static Proposal askProvider(Set<Integer> staying) {
      return new Ask(null, staying);
    }

    /** Nothing, and why. */
    static Proposal nothing(String reason) {
      return new Nothing(reason);
    }
  }
}
