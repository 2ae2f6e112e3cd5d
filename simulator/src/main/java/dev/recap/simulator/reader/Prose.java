package dev.recap.simulator.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence that stands as prose: neither inside quotation marks nor inside a JSON object.
 *
 * @param words the sentence with a mark where a quotation stood
 * @param whole the sentence as it was written
 */
public record Prose(String words, String whole) {
  private static final Pattern END = Pattern.compile("(?<=[.!?;:])\\s+|\\R");

  /** The sentences of a text, in order, without blank ones. */
  public static List<Prose> in(String text) {
    Quotes quotes = Quotes.in(JsonIn.of(text).bare());
    List<Prose> sentences = new ArrayList<>();
    for (String sentence : END.split(quotes.text(), -1)) {
      if (!sentence.isBlank()) {
        sentences.add(new Prose(sentence.strip(), whole(sentence.strip(), quotes)));
      }
    }
    return sentences;
  }

  private static String whole(String sentence, Quotes quotes) {
    return Quotes.MARK
        .matcher(sentence)
        .replaceAll(mark -> Matcher.quoteReplacement('"' + quotes.first(mark.group()) + '"'));
  }
}
