package dev.recap.rehearsal.reader;

import java.util.Optional;

/** The seven steps of a ticket, in the order they are taken. */
public enum Step {
  FETCH("get_next_ticket"),
  CLASSIFY("classify_ticket"),
  RESEARCH("search_knowledge_base"),
  PRIORITISE("set_priority"),
  ROUTE("route_to_team"),
  DRAFT("draft_response"),
  COMPLETE("mark_complete");

  private final String tool;

  Step(String tool) {
    this.tool = tool;
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
