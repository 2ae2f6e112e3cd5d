package dev.recap.lab.count;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What the tools of a job do, as far as counting goes.
 *
 * @param opens the tool that hands out the next work item, or the one that is held
 * @param idempotent tools that a second call with the same arguments does nothing with
 * @param once tools whose effect must happen once
 * @param required what every item that was handed out needs in the end
 * @param naming the arguments that name what a call is about: first the item, then whatever tells
 *     apart what one tool does several times for one item
 */
public record CallRules(
    String opens,
    Set<String> idempotent,
    Set<String> once,
    List<String> required,
    List<String> naming) {

  /** The seven tools of the desk, and the refund that some experiments offer beside them. */
  public static final CallRules DESK =
      new CallRules(
          "get_next_ticket",
          Set.of("classify_ticket", "set_priority", "route_to_team", "draft_response"),
          Set.of("mark_complete", "issue_refund"),
          List.of(
              "classify_ticket",
              "set_priority",
              "route_to_team",
              "draft_response",
              "mark_complete"),
          List.of("ticket_id"));

  public CallRules {
    Objects.requireNonNull(opens, "opens");
    idempotent = Set.copyOf(idempotent);
    once = Set.copyOf(once);
    required = List.copyOf(required);
    naming = List.copyOf(naming);
    if (naming.isEmpty()) {
      throw new IllegalArgumentException(
          "naming is empty, but must begin with the item's argument");
    }
  }

  /** The argument that names the item. */
  public String itemArgument() {
    return naming.getFirst();
  }
}
