package dev.recap.work;

import java.util.Objects;

/**
 * One value of a closing result that a ledger line may state.
 *
 * @param name the component's name in words, such as {@code draft length}
 * @param value as the tool wrote it; a quotation is foreign text
 * @param kind how far the value can be trusted and what may be counted
 */
public record Fact(String name, String value, Kind kind) {

  /** How a fact may be stated. */
  public enum Kind {
    /** One of a few values: stated, and counted when lines roll up. */
    CHOICE,
    /** A number, boolean or id: stated. */
    VALUE,
    /** Words of somebody outside: stated in quotes and cut short. */
    QUOTED
  }

  public Fact {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(kind, "kind");
  }
}
