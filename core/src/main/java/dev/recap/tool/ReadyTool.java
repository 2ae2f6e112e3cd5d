package dev.recap.tool;

import dev.recap.conversation.ToolCall;
import dev.recap.model.ToolSpec;
import java.time.Duration;
import java.util.Optional;

/** One tool of a toolbox in this process, ready to be called. */
interface ReadyTool {

  ToolSpec spec();

  ToolDeclaration declaration();

  /** Why the arguments do not fit the schema; empty when they do. */
  Optional<String> complaint(ToolCall call);

  /** How long a call may take. */
  Duration timeout(Duration standard);

  /**
   * Calls it. An exception of the tool's is an answer, too.
   *
   * @param attempt tells whether anybody still waits
   */
  ToolAnswer run(PreparedCall prepared, Attempt attempt);
}
