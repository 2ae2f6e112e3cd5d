package dev.recap.desk.ticket;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a ticket has come. */
public enum TicketStatus implements Labelled {
  /** Waits in the queue. */
  NEW("new"),
  /** Held by a run. */
  IN_PROGRESS("in_progress"),
  /** Finished by the run that held it. */
  COMPLETED("completed");

  private final String label;

  TicketStatus(String label) {
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
  public static TicketStatus of(String label) {
    return Labelled.of(TicketStatus.class, label);
  }
}
