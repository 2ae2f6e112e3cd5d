package dev.recap.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.model.ToolSpec;
import java.time.Duration;

/** One tool of a toolbox in this process, ready to be called. */
interface ReadyTool {

  ToolSpec spec();

  ToolDeclaration declaration();

  /** The object whose tool it is. */
  Object owner();

  /**
   * Reads the arguments of a call, in their one spelling.
   *
   * @throws IllegalArgumentException when they do not fit, in words for the model
   */
  JsonNode read(String arguments);

  /** How long a call may take. */
  Duration timeout(Duration standard);

  /** Whether it says, by {@link CallContext#begins}, when its effect begins. */
  boolean saysWhenItBegins();

  /** Whether this exception of the tool's says that nothing happened. */
  boolean nothingHappened(Throwable thrown);

  /** Calls it. What it throws comes from the tool. */
  ToolAnswer run(PreparedCall call) throws Throwable;
}
