package dev.recap.conversation;

import java.util.Objects;

/**
 * A provider's block that must go back byte for byte with its turn or not at all, such as signed
 * thinking.
 *
 * @param type the provider's name for the kind of block, for instance {@code thinking}
 * @param json the whole block as it was received
 */
public record Opaque(String type, String json) implements Block {
  public Opaque {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(json, "json");
  }

  /** Whether a signature binds this block to the messages before it. */
  public boolean isThinking() {
    return type.equals("thinking") || type.equals("redacted_thinking");
  }
}
