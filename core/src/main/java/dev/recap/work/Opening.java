package dev.recap.work;

import java.util.Objects;

/**
 * The stretch in which a work item is worked on, from its opening to its closing.
 *
 * @param number 1 for the first time the item was opened
 */
public record Opening(WorkItem item, int number) {
  public Opening {
    Objects.requireNonNull(item, "item");
    if (number < 1) {
      throw new IllegalArgumentException("openings count from 1, but was " + number);
    }
  }

  @Override
  public String toString() {
    return number == 1 ? item.key() : item.key() + " (opening " + number + ")";
  }
}
