package dev.recap.agent;

/**
 * Where a run stops although the agent has not yielded.
 *
 * @param turns replies of the model in one run
 * @param tokens prompt and output tokens in one run, summary calls included
 * @param resultCharacters a longer tool result is cut for the model; the journal has it whole
 */
public record Limits(int turns, long tokens, int resultCharacters) {
  private static final int STANDARD_TURNS = 100;
  private static final int STANDARD_RESULT_CHARACTERS = 50_000;

  public Limits {
    if (turns < 1 || tokens < 1 || resultCharacters < 1) {
      throw new IllegalArgumentException(
          "limits must be positive, but were %d turns, %d tokens, %d characters"
              .formatted(turns, tokens, resultCharacters));
    }
  }

  /** 100 turns, any number of tokens, results of 50,000 characters. */
  public static Limits standard() {
    return new Limits(STANDARD_TURNS, Long.MAX_VALUE, STANDARD_RESULT_CHARACTERS);
  }

  /** The standard limits with another number of turns. */
  public static Limits turns(int turns) {
    return new Limits(turns, Long.MAX_VALUE, STANDARD_RESULT_CHARACTERS);
  }

  /** The same with a limit on tokens. */
  public Limits tokens(long most) {
    return new Limits(turns, most, resultCharacters);
  }

  /** The same with a limit on the characters of a tool result that the model sees. */
  public Limits resultCharacters(int most) {
    return new Limits(turns, tokens, most);
  }
}
