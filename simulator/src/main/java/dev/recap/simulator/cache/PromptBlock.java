package dev.recap.simulator.cache;

import java.util.Optional;

/**
 * One block of a prompt in the order tools, system, messages.
 *
 * @param material what its place in the prefix is known by
 * @param tokens what it counts, with the overhead of a message it begins
 * @param breakpoint the time to live of the breakpoint on it, if there is one
 */
public record PromptBlock(String material, int tokens, Optional<Life> breakpoint) {
  /** How long an entry lives. */
  public enum Life {
    FIVE_MINUTES,
    ONE_HOUR
  }
}
