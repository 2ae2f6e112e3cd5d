package dev.recap.model;

import dev.recap.conversation.Message;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Everything a model is sent.
 *
 * @param instructions the system prompt; empty for none
 * @param messages alternating roles, the first one the user's
 * @param breakpoints where the provider may write its prompt cache, besides the end of tools and
 *     instructions, which always is one
 * @param maxOutputTokens the reply is cut off there
 * @param options how the model is asked
 * @param wanted what is to come back
 * @param dropsStaleThinking whether the provider is to pass over thinking whose prefix has changed,
 *     and say so, where it would refuse the request
 */
public record ModelRequest(
    String instructions,
    List<ToolSpec> tools,
    List<Message> messages,
    Set<Breakpoint> breakpoints,
    int maxOutputTokens,
    ModelOptions options,
    Wanted wanted,
    boolean dropsStaleThinking) {

  /** What is to come back. */
  public enum Wanted {
    /** The next reply. */
    REPLY,
    /**
     * The provider's own summary of these messages, as one block that stands for them in later
     * requests; only where {@link ModelProfile#compacts()}.
     */
    SUMMARY_BLOCK
  }

  /** The end of one block of one message, both counted from 0. */
  public record Breakpoint(int message, int block) {}

  public ModelRequest {
    Objects.requireNonNull(instructions, "instructions");
    tools = List.copyOf(tools);
    messages = List.copyOf(messages);
    breakpoints = Set.copyOf(breakpoints);
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(wanted, "wanted");
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("a request needs at least one message");
    }
    if (maxOutputTokens < 1) {
      throw new IllegalArgumentException(
          "maxOutputTokens is at least 1, but was " + maxOutputTokens);
    }
    for (Breakpoint at : breakpoints) {
      Objects.checkIndex(at.message(), messages.size());
      Objects.checkIndex(at.block(), messages.get(at.message()).content().size());
    }
  }

  /** Asks for a reply in the provider's own way. */
  public ModelRequest(
      String instructions,
      List<ToolSpec> tools,
      List<Message> messages,
      Set<Breakpoint> breakpoints,
      int maxOutputTokens) {
    this(
        instructions,
        tools,
        messages,
        breakpoints,
        maxOutputTokens,
        ModelOptions.NONE,
        Wanted.REPLY,
        false);
  }
}
