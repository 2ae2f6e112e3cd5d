package dev.recap.simulator.reader;

import static dev.recap.simulator.reader.Vocabulary.wholeWords;

import java.util.regex.Pattern;

/**
 * The words of one step.
 *
 * @param plain words that name it, such as "classification"
 * @param done forms that say it was done, such as "classified"
 * @param undone forms that say it was not, such as "unclassified"
 */
public record StepWords(Pattern plain, Pattern done, Pattern undone) {
  /** How the form of a word bears on its step. */
  public enum Form {
    PLAIN,
    DONE,
    UNDONE;

    /** The form that a sign says. */
    public static Form of(String suffix) {
      return switch (suffix) {
        case "+" -> DONE;
        case "-" -> UNDONE;
        default -> PLAIN;
      };
    }
  }

  /** Words given as alternatives of an expression. */
  public static StepWords of(String plain, String done, String undone) {
    return new StepWords(wholeWords(plain), wholeWords(done), wholeWords(undone));
  }

  /** A text with a sign for each of these words: the number, then + for done, - for not done. */
  public String signed(String text, int number) {
    String signed = undone.matcher(text).replaceAll(sign(number, "-"));
    return plain(done.matcher(signed).replaceAll(sign(number, "+")), number);
  }

  /** A text with a sign for each word that names the step. */
  String plain(String text, int number) {
    return plain.matcher(text).replaceAll(sign(number, ""));
  }

  static String sign(int number, String form) {
    return " §" + number + form + " ";
  }
}
