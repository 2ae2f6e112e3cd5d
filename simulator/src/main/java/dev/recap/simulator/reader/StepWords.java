package dev.recap.simulator.reader;

import static dev.recap.simulator.reader.Words.wholeWords;

import java.util.regex.Pattern;

/**
 * The words of the step that a tool takes.
 *
 * @param tool the tool's name, which is the step's
 * @param plain words that name it, such as "classification"
 * @param done forms that say it was done, such as "classified"
 * @param undone forms that say it was not, such as "unclassified"
 */
public record StepWords(String tool, Pattern plain, Pattern done, Pattern undone) {
  /** How the form of a word bears on its step. */
  enum Form {
    PLAIN,
    DONE,
    UNDONE;

    /** The form that a sign says. */
    static Form of(String suffix) {
      return switch (suffix) {
        case "+" -> DONE;
        case "-" -> UNDONE;
        default -> PLAIN;
      };
    }
  }

  /** Words given as alternatives of an expression; the tool's name, however written, is one. */
  public static StepWords of(String tool, String plain, String done, String undone) {
    String name = tool.replace("_", "[_ -]?");
    return new StepWords(
        tool, wholeWords(name + "|" + plain), wholeWords(done), wholeWords(undone));
  }

  /**
   * A text with a sign for each of these words: the index, then + for done, - for not done.
   *
   * @param nameFirst whether a form such as "mark as completed" names the step
   */
  String signed(String text, int index, boolean nameFirst) {
    String signed = nameFirst ? plain.matcher(text).replaceAll(sign(index, "")) : text;
    signed = undone.matcher(signed).replaceAll(sign(index, "-"));
    signed = done.matcher(signed).replaceAll(sign(index, "+"));
    return plain.matcher(signed).replaceAll(sign(index, ""));
  }

  static String sign(int index, String form) {
    return " §" + index + form + " ";
  }
}
