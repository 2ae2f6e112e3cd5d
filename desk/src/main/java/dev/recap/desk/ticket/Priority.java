package dev.recap.desk.ticket;

import com.fasterxml.jackson.annotation.JsonValue;

/** How soon a ticket wants an answer, from the least urgent to the most. */
public enum Priority implements Labelled {
  LOW("low"),
  MEDIUM("medium"),
  HIGH("high"),
  URGENT("urgent");

  private final String label;

  Priority(String label) {
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
  public static Priority of(String label) {
    return Labelled.of(Priority.class, label);
  }
}
