package dev.recap.tool.binding;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.model.ToolSpec;
import dev.recap.tool.CallContext;
import dev.recap.tool.ForeignTool;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.Toolbox.Identity;
import dev.recap.tool.Toolbox.ToolDeclaration;
import dev.recap.tool.schema.ArgumentCheck;
import dev.recap.work.Effect;
import java.util.function.UnaryOperator;

/** A foreign tool, ready to be called. */
public final class BoundForeignTool implements ReadyTool {
  private final ForeignTool tool;
  private final ArgumentCheck check;

  public BoundForeignTool(ForeignTool tool) {
    this.tool = tool;
    if (declaration().effect() == Effect.ONCE && declaration().identity().equals(Identity.NONE)) {
      throw new IllegalArgumentException(
          "tool '%s' happens once, but of which arguments is left to a guess: say once(\"argument\", ...)"
              .formatted(spec().name()));
    }
    this.check = ArgumentCheck.foreign(spec().name(), spec().inputSchema());
  }

  @Override
  public ToolSpec spec() {
    return tool.spec();
  }

  @Override
  public ToolDeclaration declaration() {
    return tool.declaration();
  }

  @Override
  public Object owner() {
    return tool.handler();
  }

  @Override
  public JsonNode read(String arguments, UnaryOperator<JsonNode> spelling) {
    return check.fitting(spelling.apply(check.parse(arguments)));
  }

  @Override
  public ToolAnswer run(JsonNode arguments, CallContext call) throws Exception {
    return ToolResultReader.read(call, tool.handler().run(call.arguments(), call));
  }
}
