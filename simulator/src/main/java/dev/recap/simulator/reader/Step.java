package dev.recap.simulator.reader;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a ticket, in the order they are taken: the seven that every ticket needs, and the
 * refund that some need where there is a tool for it.
 */
public enum Step {
  FETCH(1, "get_next_ticket"),
  CLASSIFY(2, "classify_ticket"),
  RESEARCH(3, "search_knowledge_base"),
  PRIORITISE(4, "set_priority"),
  ROUTE(5, "route_to_team"),
  REFUND(8, "issue_refund"),
  DRAFT(6, "draft_response"),
  COMPLETE(7, "mark_complete");

  /** The steps of every ticket, in order. */
  public static final List<Step> SEVEN =
      Arrays.stream(values()).filter(step -> step != REFUND).toList();

  private final int number;
  private final String tool;

  Step(int number, String tool) {
    this.number = number;
    this.tool = tool;
  }

  /** The digit by which signs name it. */
  public int number() {
    return number;
  }

  /** The tool that takes the step. */
  public String tool() {
    return tool;
  }

  /** The step a tool takes, if it takes one. */
  public static Optional<Step> ofTool(String name) {
    for (Step step : values()) {
      if (step.tool.equals(name)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }
}
