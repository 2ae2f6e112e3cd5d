package dev.recap.agent;

/**
 * Where a run stops although the agent has not yielded.
 *
 * @param turns replies of the model in one run
 * @param tokens prompt and output tokens in one run, summary calls included
 * @param dollars what one run may cost, with the prompt cache as it was used and summary calls
 *     included; infinite for no such limit
 * @param resultCharacters a longer tool result is cut for the model; the journal has it whole
 */
public record Limits(int turns, long tokens, double dollars, int resultCharacters) {
  private static final int STANDARD_TURNS = 100;
  private static final int STANDARD_RESULT_CHARACTERS = 50_000;

  public Limits {
    // Not a number is no limit either.
    if (turns < 1 || tokens < 1 || !(dollars > 0) || resultCharacters < 1) {
      throw new IllegalArgumentException(
          "limits must be positive, but were %d turns, %d tokens, %s dollars, %d characters"
              .formatted(turns, tokens, dollars, resultCharacters));
    }
  }

  /** 100 turns, any number of tokens and dollars, results of 50,000 characters. */
  public static Limits standard() {
    return turns(STANDARD_TURNS);
  }

  /** The standard limits with another number of turns. */
  public static Limits turns(int turns) {
    return new Limits(turns, Long.MAX_VALUE, Double.POSITIVE_INFINITY, STANDARD_RESULT_CHARACTERS);
  }

  /** The same with a limit on tokens. */
  public Limits tokens(long most) {
    return new Limits(turns, most, dollars, resultCharacters);
  }

  /** The same with a limit in US dollars; the model's prices must be known. */
  public Limits dollars(double most) {
    return new Limits(turns, tokens, most, resultCharacters);
  }

  /** Whether there is a limit in money. */
  boolean inMoney() {
    return dollars < Double.POSITIVE_INFINITY;
  }

  /** The same with a limit on the characters of a tool result that the model sees. */
  public Limits resultCharacters(int most) {
    return new Limits(turns, tokens, dollars, most);
  }
}
