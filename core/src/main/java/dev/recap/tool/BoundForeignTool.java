package dev.recap.tool;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.conversation.ToolCall;
import dev.recap.model.ToolSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
    this.declaration =
        new ToolDeclaration(
            name(),
            tool.effect(),
            null,
            List.of(),
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
  public ToolDeclaration declaration() {
    return declaration;
  }

  @Override
  public Optional<String> complaint(ToolCall call) {
    try {
      return check.complaint(check.parse(call.arguments()));
    } catch (IllegalArgumentException unfit) {
      return Optional.ofNullable(unfit.getMessage());
    }
  }

  @Override
  public Duration timeout(Duration standard) {
    return standard;
  }

  @Override
  public ToolAnswer run(PreparedCall prepared, Attempt attempt) {
    String callId = prepared.call().id();
    String arguments = prepared.call().arguments();
    try {
      return ToolResultReader.read(
          prepared.call(),
          tool.handler().run(arguments.isBlank() ? "{}" : arguments, prepared.context()));
    } catch (ToolFailure refusal) {
      return ToolAnswer.failed(callId, String.valueOf(refusal.getMessage()));
    } catch (Exception broken) {
      return failure(callId, broken);
    }
  }

  /** Whether a foreign tool had changed something when it broke off, it does not say. */
  private ToolAnswer failure(String callId, Exception broken) {
    String what =
        broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
    return tool.effect().changes()
        ? ToolAnswer.unknown(
            callId,
            "%s broke off: %s. Nobody knows yet whether it took effect; it must not be tried again blindly."
                .formatted(name(), what))
        : ToolAnswer.failed(callId, "%s failed: %s".formatted(name(), what));
  }
}
