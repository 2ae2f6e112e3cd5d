package dev.recap.rehearsal.reader;

import java.util.Optional;

/** The seven steps of a ticket, in the order they are taken. */
public enum Step {
  FETCH(1, "get_next_ticket"),
  CLASSIFY(2, "classify_ticket"),
  RESEARCH(3, "search_knowledge_base"),
  PRIORITISE(4, "set_priority"),
  ROUTE(5, "route_to_team"),
  DRAFT(6, "draft_response"),
  COMPLETE(7, "mark_complete");

  private final int number;
  private final String tool;

  Step(int number, String tool) {
    this.number = number;
    this.tool = tool;
  }

  /** Its place in the order, from 1. */
  public int number() {
    return number;
  }

  /** The tool that takes the step. */
  public String tool() {
    return tool;
  }

  /** The step a tool takes, if it is one of the seven. */
  public static Optional<Step> ofTool(String name) {
    for (Step step : values()) {
      if (step.tool.equals(name)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }
}
