package dev.recap.simulator.reader;

/** One thing a message says. */
public sealed interface Statement {
  /** A step was done, or is not done. */
  record StepIs(int ticket, Step step, boolean done) implements Statement {}

  /** Tickets are closed: all their steps are done. */
  record Closed(Subject.Stretch tickets) implements Statement {}

  /** A ticket is open: it was fetched and is not complete. */
  record Open(int ticket) implements Statement {}

  /** A value of a ticket. */
  record Fact(int ticket, Field field, String value) implements Statement {}

  /** A search that names no ticket was answered. */
  record Searched() implements Statement {}

  /** The queue is empty, or is not. */
  record QueueIs(boolean empty) implements Statement {}
}
