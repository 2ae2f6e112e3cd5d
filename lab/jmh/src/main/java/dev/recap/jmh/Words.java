package dev.recap.jmh;

/** What is said in all of the conversations, so that they are equally long. */
final class Words {
  static final String TASK = "Look up whatever is asked for, and answer in one sentence.";
  static final String QUESTION = "Is there any glue left?";
  static final String RESULT = "There are twelve pots of glue on the shelf by the door. ".repeat(4);
  static final String ANSWER = "There is.";

  private Words() {}

  /** The arguments of a call that is about this thing. */
  static String thing(int number) {
    return "{\"thing\":\"T-%s\"}".formatted(number);
  }
}
