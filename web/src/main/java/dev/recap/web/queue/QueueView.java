package dev.recap.web.queue;

import dev.recap.desk.queue.QueueFigures;
import dev.recap.desk.queue.QueuePage;
import dev.recap.desk.rules.DeskRules;
import java.util.List;

/**
 * A page of the queue.
 *
 * @param figures of all tickets, whatever is asked for
 */
public record QueueView(QueueQuery query, QueuePage page, QueueFigures figures, DeskRules rules) {

  /** The values of a field that can be asked for. */
  public List<String> values(String field) {
    return switch (field) {
      case "category" -> DeskRules.names(rules.categories());
      case "priority" -> DeskRules.names(rules.priorities());
      default -> DeskRules.names(rules.teams());
    };
  }
}
