package dev.recap.simulator.agent;

import dev.recap.simulator.reader.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the agent says, from a file: a line a sentence, under the name of its place. What it says
 * before a call names no item, so that it is no statement: where a client drops the call and keeps
 * the words, nothing false is left behind.
 */
public final class Phrases {
  private static final Map<String, List<String>> ALL = read();

  private Phrases() {}

  private static Map<String, List<String>> read() {
    try (InputStream file = Phrases.class.getResourceAsStream("phrases.txt")) {
      if (file == null) {
        throw new IllegalStateException("phrases.txt is missing beside " + Phrases.class);
      }
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("(?m)^== "))
          .filter(part -> !part.isEmpty())
          .map(part -> part.lines().filter(line -> !line.isEmpty()).toList())
          .collect(Collectors.toMap(List::getFirst, lines -> lines.subList(1, lines.size())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What may be said in a place. */
  static List<String> of(String place) {
    List<String> phrases = ALL.get(place);
    if (phrases == null) {
      throw new IllegalArgumentException("'" + place + "' is no place in phrases.txt");
    }
    return phrases;
  }

  /** What may be said before a step; {@code value} is what it sets, if it sets anything. */
  public static List<String> before(Step step, String value) {
    return before(step.tool(), value);
  }

  /** What may be said before several steps of a ticket of that category. */
  static List<String> beforeSeveral(String category) {
    return before("several", category);
  }

  private static List<String> before(String what, String value) {
    return of("before " + what).stream().map(phrase -> phrase.replace("%s", value)).toList();
  }

  /** A text in one line, with nothing in it that would end a quotation. */
  public static String inOneLine(String text) {
    return text.replaceAll("[\"“”\\s]+", " ").strip();
  }
}
