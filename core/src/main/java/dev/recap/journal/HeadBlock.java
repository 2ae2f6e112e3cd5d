package dev.recap.journal;

import dev.recap.work.Opening;
import java.util.List;
import java.util.Objects;

/**
 * One text block of the view's head, frozen as it was rendered.
 *
 * @param kind what it stands for
 * @param text as the model sees it
 * @param openings the work it speaks of; for a summary what they cover
 */
public record HeadBlock(Kind kind, String text, List<Opening> openings) {

  /** What a block of the head stands for, in the order in which they appear. */
  public enum Kind {
    /** The task, verbatim. */
    TASK,
    /** One sentence that says what follows and that it is right. */
    PREFACE,
    /** Counts of the oldest closed items. */
    ROLL_UP,
    /** One closed item. */
    CLOSED,
    /** One item that is open although turns of it have left. */
    OPEN,
    /** Effects that belong to no work item and whose turns have left. */
    EFFECTS,
    /** Keys in what one turn was told before it was cut. */
    KEYS,
    /** Text a model wrote. */
    SUMMARY,
    /** Where the record says otherwise than the summary. */
    CORRECTIONS
  }

  public HeadBlock {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
    openings = List.copyOf(openings);
  }

  public static HeadBlock of(Kind kind, String text) {
    return new HeadBlock(kind, text, List.of());
  }
}
