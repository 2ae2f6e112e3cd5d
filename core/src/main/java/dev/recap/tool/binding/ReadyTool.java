package dev.recap.tool.binding;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.model.ToolSpec;
import dev.recap.tool.CallContext;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.Toolbox.ToolDeclaration;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** One tool of a toolbox in this process, ready to be called. */
public interface ReadyTool {

  ToolSpec spec();

  ToolDeclaration declaration();

  /** The object whose tool it is. */
  Object owner();

  /**
   * Reads the arguments of a call. What this returns can be run.
   *
   * @param spelling gives item and keys their one spelling
   * @throws IllegalArgumentException when they do not fit, in words for the model
   */
  JsonNode read(String arguments, UnaryOperator<JsonNode> spelling);

  /** How long a call may take. */
  default Duration timeout(Duration standard) {
    return standard;
  }

  /** Whether it says, by {@link CallContext#begins}, when its effect begins. */
  default boolean saysWhenItBegins() {
    return false;
  }

  /** Whether this exception of the tool's says that nothing happened. */
  default boolean nothingHappened(Throwable thrown) {
    return false;
  }

  /** Calls it. What it throws comes from the tool. */
  ToolAnswer run(JsonNode arguments, CallContext call) throws Throwable;
}
