package dev.recap.simulator.reader;

/** A step of the work on an item. */
public interface Step {
  /** The words by which it is known. */
  StepWords words();

  /** The tool that takes it. */
  default String tool() {
    return words().tool();
  }

  /** Whether a call of its tool names the item. */
  boolean namesItem();

  /** Whether it is taken for each part of an item by itself. */
  default boolean ofPart() {
    return false;
  }

  /**
   * A step of an item, or of a part of it.
   *
   * @param part {@link Statement#ALL} where it is the whole item's
   */
  record Todo<S extends Step>(S step, String part) {}
}
