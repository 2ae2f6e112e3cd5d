package dev.recap.desk.knowledge;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Picks the sentences of an article that fit a question best. */
final class Passage {
  /** Three passages of this length make a search result of the recorded size, 222 to 246 tokens. */
  static final int MAX_CHARACTERS = 170;

  private static final int TERMS_OF_A_SENTENCE = 200;

  private Passage() {}

  /** The best sentence, and what follows it as long as it fits. */
  static String of(String markdown, Set<String> terms) {
    List<String> sentences = sentences(markdown);
    int best = 0;
    long most = -1;
    for (int i = 0; i < sentences.size(); i++) {
      long matches =
          Terms.of(sentences.get(i), TERMS_OF_A_SENTENCE).stream().filter(terms::contains).count();
      if (matches > most) {
        most = matches;
        best = i;
      }
    }
    var passage = new StringBuilder(cut(sentences.get(best)));
    for (String next : sentences.subList(best + 1, sentences.size())) {
      if (passage.length() + 1 + next.length() > MAX_CHARACTERS) {
        break;
      }
      passage.append(' ').append(next);
    }
    return passage.toString();
  }

  private static List<String> sentences(String markdown) {
    List<String> sentences = new ArrayList<>();
    for (String paragraph : prose(markdown).split("\n\n", -1)) {
      var boundaries = BreakIterator.getSentenceInstance(Locale.ENGLISH);
      String text = paragraph.replaceAll("\\s+", " ").strip();
      boundaries.setText(text);
      int start = boundaries.first();
      for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
        sentences.add(text.substring(start, end).strip());
        start = end;
      }
    }
    return sentences;
  }

  /** The text without headings and list marks. */
  private static String prose(String markdown) {
    return markdown
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.replaceFirst("^[-*] ", ""))
        .collect(Collectors.joining("\n"));
  }

  private static String cut(String sentence) {
    if (sentence.length() <= MAX_CHARACTERS) {
      return sentence;
    }
    int space = sentence.lastIndexOf(' ', MAX_CHARACTERS - 4);
    return sentence.substring(0, space > 0 ? space : MAX_CHARACTERS - 4) + " ...";
  }
}
