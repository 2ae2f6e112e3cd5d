package dev.recap.tool;

import java.util.Objects;

/**
 * The result of a tool that finishes the work item it was called on.
 *
 * @param value what the model sees, as JSON; a record's enums, numbers, booleans, item ids and
 *     {@link Quoted} texts also go into the ledger line
 */
public record Closed<T>(T value) {
  public Closed {
    Objects.requireNonNull(value, "value");
  }

  public static <T> Closed<T> of(T value) {
    return new Closed<>(value);
  }
}
