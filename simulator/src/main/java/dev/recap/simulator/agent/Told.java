package dev.recap.simulator.agent;

/** The summaries that can be written of one conversation about the work. */
public interface Told {

  /** Whether the conversation is about the work at all. */
  boolean anything();

  /** What the reader saw, and enough of the task to go on without it. */
  String faithful();

  /** The same with steps claimed that were not taken. */
  String lying();

  /** What others wrote, without quotation marks. */
  String parroting();
}
