package dev.recap.simulator.reader;

import dev.recap.simulator.reader.Subject.Stretch;

/** One thing a message says of items, which are named by their numbers. */
public sealed interface Statement {
  /** Every part of an item, or none in particular. */
  String ALL = "";

  /** A step was done, or is not done. */
  record StepIs(int item, String part, String tool, boolean done) implements Statement {}

  /** Items are closed: all their steps are done. */
  record Closed(Stretch items) implements Statement {}

  /** An item is open: it was fetched and is not closed. */
  record Open(int item) implements Statement {}

  /** A value of an item or of a part of it. */
  record Fact(int item, String part, String field, String value) implements Statement {}

  /** So many items of a stretch have a value. */
  record Counted(Stretch items, String field, String value, int count) implements Statement {
    /** Whether it takes the place of another one. */
    boolean tellsAnew(Counted other) {
      return items.equals(other.items) && field.equals(other.field) && value.equals(other.value);
    }
  }

  /** A call that names no item was answered. */
  record Unnamed(String tool) implements Statement {}

  /** No item is left to fetch, or some is. */
  record NoneLeft(boolean none) implements Statement {}
}
