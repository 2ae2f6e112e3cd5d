package dev.recap.simulator;

/**
 * What the API does to an account where its models leave it open.
 *
 * @param bindsThinking whether thinking behind a changed prefix is refused, as it is to accounts
 *     since 31 August 2026; to older ones by models that refuse it to all, and to requests that ask
 *     for it
 * @param keepsOpenRounds whether a round of calls that waits for its results must keep its thinking
 *     on models that bind it; nobody knows of a rule, and a probe of two models saw none
 */
public record Account(boolean bindsThinking, boolean keepsOpenRounds) {
  /** One of today. */
  public static Account recent() {
    return new Account(true, false);
  }
}
