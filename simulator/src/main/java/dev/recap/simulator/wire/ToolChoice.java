package dev.recap.simulator.wire;

/**
 * Which tools a reply may or must call.
 *
 * @param kind the rule
 * @param name the tool that must be called, empty unless {@code kind} is {@code TOOL}
 * @param parallel whether one reply may hold several calls
 */
public record ToolChoice(Kind kind, String name, boolean parallel) {
  /** The rule. */
  public enum Kind {
    AUTO,
    ANY,
    TOOL,
    NONE
  }

  /** Free to call or not, also several at a time. */
  public static ToolChoice auto() {
    return new ToolChoice(Kind.AUTO, "", true);
  }

  /** Whether the reply has to hold a call. */
  public boolean forced() {
    return kind == Kind.ANY || kind == Kind.TOOL;
  }
}
