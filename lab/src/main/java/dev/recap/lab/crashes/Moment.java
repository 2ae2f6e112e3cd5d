package dev.recap.lab.crashes;

import dev.recap.lab.table.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A point of the conversation at which the world may break.
 *
 * @param call the call that it is about; of an intention the first of its round; null for none
 * @param number which one of several without a call, from 1
 */
record Moment(Kind kind, @Nullable Call call, int number) {

  /** What happens there. */
  enum Kind implements Choice {
    /** A write while the journal is opened. */
    OPENING,
    /** The run and its task are put on record. */
    START,
    /** A reply and the intentions of its calls are. */
    INTENTION,
    /** A changing call's answer is. */
    ANSWER,
    /** A compaction is. */
    COMPACTION,
    /** The last reply is. */
    FINAL,
    /** The run's end is. */
    END,
    /** A tool has been called. */
    BEFORE_EFFECT,
    /** What the tool does has happened, and its answer is on its way. */
    AFTER_EFFECT
  }

  static Moment of(Kind kind) {
    return new Moment(kind, null, 1);
  }

  static Moment of(Kind kind, int number) {
    return new Moment(kind, null, number);
  }

  static Moment of(Kind kind, Call call) {
    return new Moment(kind, call, 1);
  }

  boolean isInTool() {
    return kind == Kind.BEFORE_EFFECT || kind == Kind.AFTER_EFFECT;
  }

  @Override
  public String toString() {
    return kind.label() + (call == null ? number > 1 ? "-" + number : "" : " " + call);
  }
}
