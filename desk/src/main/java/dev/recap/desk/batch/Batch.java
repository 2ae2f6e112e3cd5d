package dev.recap.desk.batch;

import dev.recap.compaction.Compaction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An order to work a queue.
 *
 * @param made when, and by whom
 * @param state how far it came, as the process that works it said last
 * @param remark more about the state, for people; may be empty
 * @param cancelledBy who wants it to end; null for nobody
 */
public record Batch(
    String id,
    Made made,
    Settings settings,
    Budget budget,
    State state,
    String remark,
    @Nullable String cancelledBy) {

  static final String NOT_BEGUN = "not begun";

  /** When it was ordered, and by whom. */
  public record Made(Instant at, String by) {
    public Made {
      Objects.requireNonNull(at, "at");
      if (by.isBlank()) {
        throw new IllegalArgumentException("who orders a batch has a name, but it was blank");
      }
    }
  }

  /**
   * How the queue is worked.
   *
   * @param desk where the tickets are: a file's name
   * @param model as the one who hands in the model knows it
   * @param threshold tokens from which on a view is shortened
   * @param workers conversations side by side
   */
  public record Settings(String desk, String model, Way way, long threshold, int workers) {
    private static final int MOST_WORKERS = 64;

    public Settings {
      Objects.requireNonNull(desk, "desk");
      Objects.requireNonNull(model, "model");
      Objects.requireNonNull(way, "way");
      if (threshold < 1) {
        throw new IllegalArgumentException("threshold is " + threshold + ", but must be 1 or more");
      }
      if (workers < 1 || workers > MOST_WORKERS) {
        throw new IllegalArgumentException(
            "workers is %d, but must be 1 to %d".formatted(workers, MOST_WORKERS));
      }
    }
  }

  /** How a view is kept short. */
  public enum Way {
    /** The ladder: closed tickets are folded, and so on. */
    RECAP,
    /** A summary takes the view's place. */
    SUMMARY,
    /** Not at all. */
    BASELINE;

    Compaction compaction(long threshold) {
      return switch (this) {
        case RECAP -> Compaction.atTokens(threshold);
        case SUMMARY -> Compaction.summary(threshold);
        case BASELINE -> Compaction.none();
      };
    }
  }

  /**
   * What all its runs together may spend.
   *
   * @param dollars infinite for no limit
   * @param tokens of prompts and replies, those of summaries included; {@link Long#MAX_VALUE} for
   *     no limit
   */
  public record Budget(double dollars, long tokens) {
    public static final Budget NONE = new Budget(Double.POSITIVE_INFINITY, Long.MAX_VALUE);

    public Budget {
      if (!(dollars > 0)) {
        throw new IllegalArgumentException(
            "dollars is %s, but must be more than 0".formatted(dollars));
      }
      if (tokens < 1) {
        throw new IllegalArgumentException("tokens is " + tokens + ", but must be 1 or more");
      }
    }

    /** This one; where it sets no limit, that of another one stays. */
    public Budget over(Budget before) {
      return new Budget(
          inMoney() ? dollars : before.dollars, tokens < Long.MAX_VALUE ? tokens : before.tokens);
    }

    boolean inMoney() {
      return dollars < Double.POSITIVE_INFINITY;
    }

    boolean isLimited() {
      return inMoney() || tokens < Long.MAX_VALUE;
    }
  }

  /** How far it came. */
  public enum State {
    /** A process works it, or died while it did. */
    RUNNING,
    /** The queue is empty, and each ticket that it took is complete. */
    DONE,
    /** It was asked to stop, and did after the turn in hand. */
    STOPPED,
    /** The agent gave up before the queue was empty, or at a limit. */
    UNFINISHED,
    /** Somebody has to say yes to a call, or to find out what became of one. */
    WAITING,
    /** The next request might have gone beyond the budget, so it was not sent. */
    OVER_BUDGET,
    /** The model or a database failed. */
    FAILED,
    /** It was cancelled, for good. */
    CANCELLED;

    /** Whether there is nothing to go on with. */
    boolean isOver() {
      return this == DONE || this == CANCELLED;
    }
  }

  public Batch {
    Objects.requireNonNull(made, "made");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(budget, "budget");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(remark, "remark");
  }

  /** Whether it was ordered, and nobody has begun it. */
  public boolean isYetToBegin() {
    return state == State.STOPPED && remark.equals(NOT_BEGUN);
  }

  /** The ids of its conversations, one for each worker. */
  public List<String> conversations() {
    return IntStream.rangeClosed(1, settings.workers())
        .mapToObj(worker -> "batch/%s/%d".formatted(id, worker))
        .toList();
  }

  /** Who wants it to end; empty for nobody. */
  Optional<String> cancelled() {
    return Optional.ofNullable(cancelledBy);
  }
}
