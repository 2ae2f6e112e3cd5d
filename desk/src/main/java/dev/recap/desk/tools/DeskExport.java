package dev.recap.desk.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.model.ToolSpec;
import java.util.List;

/** Task, summary prompt and tool specs as JSON, so that foreign clients play the same scenario. */
public final class DeskExport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DeskExport() {}

  /**
   * {@code {task, summaryPrompt, tools: [{name, description, input_schema}]}} for a queue.
   *
   * @param specs as a toolbox over {@link DeskTools} gives them
   */
  public static String json(int tickets, List<ToolSpec> specs) {
    ObjectNode export = JSON.createObjectNode();
    export.put("task", DeskTask.forTickets(tickets));
    export.put("summaryPrompt", DeskTask.summaryPrompt());
    var tools = export.putArray("tools");
    try {
      for (ToolSpec spec : specs) {
        var tool = tools.addObject();
        tool.put("name", spec.name());
        tool.put("description", spec.description());
        tool.set("input_schema", JSON.readTree(spec.inputSchema()));
      }
      return JSON.writeValueAsString(export);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tool's schema is always JSON", e);
    }
  }
}
