package dev.recap.desk.ticket;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a ticket has come. */
public enum TicketStatus implements Labelled {
  /** Waits in the queue for the agent. */
  NEW("new"),
  /** With the agent: held by a run. */
  IN_PROGRESS("in_progress"),
  /** Handed in by the run that held it: a person looks at the draft. */
  COMPLETED("completed"),
  /** A person has it, or one is needed: the agent keeps away. */
  NEEDS_PERSON("needs_person"),
  /** A reply was approved. */
  ANSWERED("answered"),
  /** Done without a reply, or for good. */
  CLOSED("closed");

  private final String label;

  TicketStatus(String label) {
    this.label = label;
  }

  /** Whether the agent has nothing more to do with it, as things stand. */
  public boolean isOutOfTheQueue() {
    return this != NEW && this != IN_PROGRESS;
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
