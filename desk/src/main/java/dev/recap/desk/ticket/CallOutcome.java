package dev.recap.desk.ticket;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a recorded tool call ended. */
public enum CallOutcome implements Labelled {
  /** It did what it was asked to. */
  CONFIRMED("confirmed"),
  /** It was refused and changed nothing. */
  FAILED("failed");

  private final String label;

  CallOutcome(String label) {
    this.label = label;
  }

  /** The name in JSON and in the database. */
  @Override
  @JsonValue
  public String label() {
    return label;
  }

  /**
   * The value with a label.
   *
   * @throws IllegalArgumentException for any other text, naming the labels there are
   */
  public static CallOutcome of(String label) {
    return Labelled.of(CallOutcome.class, label);
  }
}
