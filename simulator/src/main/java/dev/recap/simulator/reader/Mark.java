package dev.recap.simulator.reader;

/**
 * What a sentence or heading has said so far about the steps that follow.
 *
 * @param polarity done, not done, or nothing
 * @param list whether it introduces a list, as "Still required:" does, and so binds every step in
 *     it
 */
public record Mark(Polarity polarity, boolean list) {
  /** Done, not done, or nothing said. */
  public enum Polarity {
    DONE,
    NOT,
    NONE
  }

  static final Mark NONE = new Mark(Polarity.NONE, false);

  boolean said() {
    return polarity != Polarity.NONE;
  }

  /** What the words of a clause say of the steps in it; "not" wins. */
  public static Polarity in(String clause) {
    if (Vocabulary.NOT.matcher(clause).find()) {
      return Polarity.NOT;
    }
    return Vocabulary.DONE.matcher(clause).find() ? Polarity.DONE : Polarity.NONE;
  }
}
