package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules on tools and tool choice. */
final class SpecRules {
  private static final int LONGEST_NAME = 128;
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,128}");

  private SpecRules() {}

  static void check(JsonNode body) {
    JsonNode tools = body.path("tools");
    Set<String> names = new HashSet<>();
    for (int i = 0; i < tools.size(); i++) {
      tool(tools.get(i), "tools." + i);
      if (!names.add(tools.get(i).path("name").asText())) {
        throw ApiException.invalid("tools: Tool names must be unique.");
      }
    }
  }

  private static void tool(JsonNode tool, String path) {
    String type = tool.path("type").asText("custom");
    if (!type.equals("custom")) {
      Fields.string(tool, "name", path + ".name");
      return;
    }
    String name = Fields.name(tool, path + ".custom.name", LONGEST_NAME);
    if (!NAME.matcher(name).matches()) {
      throw ApiException.invalid(
          path + ".custom.name: String should match pattern '^[a-zA-Z0-9_-]{1,128}$'");
    }
    if (!tool.path("input_schema").isObject()) {
      throw ApiException.invalid(path + ".custom.input_schema: Field required");
    }
    if (!tool.path("input_schema").path("type").asText().equals("object")) {
      throw ApiException.invalid(path + ".custom.input_schema.type: Input should be 'object'");
    }
  }

  static ToolChoice choice(JsonNode body, Model model, Thoughts thoughts) {
    JsonNode json = body.path("tool_choice");
    if (json.isMissingNode() || json.isNull()) {
      return ToolChoice.auto();
    }
    boolean parallel = !json.path("disable_parallel_tool_use").asBoolean(false);
    ToolChoice choice =
        switch (json.path("type").asText()) {
          case "auto" -> new ToolChoice(ToolChoice.Kind.AUTO, "", parallel);
          case "any" -> new ToolChoice(ToolChoice.Kind.ANY, "", parallel);
          case "none" -> new ToolChoice(ToolChoice.Kind.NONE, "", parallel);
          case "tool" ->
              new ToolChoice(
                  ToolChoice.Kind.TOOL,
                  Fields.string(json, "name", "tool_choice.tool.name"),
                  parallel);
          default ->
              throw ApiException.invalid(
                  "tool_choice: Input tag '%s' found using 'type' does not match any of the expected"
                      + " tags: 'auto', 'any', 'tool', 'none'",
                  json.path("type").asText());
        };
    if (choice.forced()) {
      checkForced(body, choice, model, thoughts);
    }
    return choice;
  }

  private static void checkForced(
      JsonNode body, ToolChoice choice, Model model, Thoughts thoughts) {
    if (model.refusesForcedTools()) {
      throw ApiException.invalid(
          "tool_choice: type \"tool\" and \"any\" are not supported for this model.");
    }
    if (body.path("tools").isEmpty()) {
      throw ApiException.invalid("tool_choice may only be specified while providing tools.");
    }
    if (thoughts.opensRounds()) {
      throw ApiException.invalid("Thinking may not be enabled when tool_choice forces tool use.");
    }
    if (choice.kind() == ToolChoice.Kind.TOOL) {
      for (JsonNode tool : body.path("tools")) {
        if (tool.path("name").asText().equals(choice.name())) {
          return;
        }
      }
      throw ApiException.invalid("Tool '%s' not found in provided tools", choice.name());
    }
  }
}
