package dev.recap.tool;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.model.ToolSpec;
import dev.recap.work.Effect;
import java.time.Duration;

/** A foreign tool, ready to be called. */
final class BoundForeignTool implements ReadyTool {
  /** However deep a schema nests, it is one tool's trouble. */
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
              .build());

  private final ForeignTool tool;
  private final ToolDeclaration declaration;
  private final ArgumentCheck check;

  BoundForeignTool(ForeignTool tool) {
    this.tool = tool;
    if (tool.effect() == Effect.ONCE && tool.identity().equals(Identity.NONE)) {
      throw new IllegalArgumentException(
          "tool '%s' happens once, but of which arguments is left to a guess: say once(\"argument\", ...)"
              .formatted(name()));
    }
    this.declaration =
        new ToolDeclaration(
            name(),
            tool.effect(),
            tool.identity(),
            new ToolDeclaration.Role.Works(),
            tool.approval());
    this.check = ArgumentCheck.foreign(name(), schema(tool.spec()));
  }

  private static JsonNode schema(ToolSpec spec) {
    JsonNode schema;
    try {
      schema = JSON.readTree(spec.inputSchema());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the schema of tool '%s' is not JSON: %s".formatted(spec.name(), e.getOriginalMessage()),
          e);
    }
    if (!schema.path("type").asText().equals("object")) {
      throw new IllegalArgumentException(
          "the schema of tool '%s' must be a JSON Schema of type object, but its type is %s"
              .formatted(spec.name(), schema.path("type")));
    }
    return schema;
  }

  private String name() {
    return tool.spec().name();
  }

  @Override
  public ToolSpec spec() {
    return tool.spec();
  }

  @Override
  public Object owner() {
    return tool.handler();
  }

  @Override
  public ToolDeclaration declaration() {
    return declaration;
  }

  @Override
  public JsonNode read(String arguments) {
    JsonNode given = tool.identity().spelled(check.parse(arguments));
    check.require(given);
    return given;
  }

  @Override
  public Duration timeout(Duration standard) {
    return standard;
  }

  @Override
  public boolean saysWhenItBegins() {
    return false;
  }

  @Override
  public boolean nothingHappened(Throwable thrown) {
    return false;
  }

  @Override
  public ToolAnswer run(PreparedCall call) throws Exception {
    String said = tool.handler().run(call.checked().arguments(), call.context());
    return ToolResultReader.read(call.call(), said);
  }
}
