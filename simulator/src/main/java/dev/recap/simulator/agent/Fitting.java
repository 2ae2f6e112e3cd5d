package dev.recap.simulator.agent;

import dev.recap.simulator.TokenCounter;
import java.util.ArrayList;
import java.util.List;

/** Brings a text to a wanted size by choosing among sentences that may stand in it or not. */
final class Fitting {
  private static final int MOST_SENTENCES = 14;

  private final TokenCounter counter;

  Fitting(TokenCounter counter) {
    this.counter = counter;
  }

  /**
   * Those of the sentences, in their order, whose sizes add up to nearest the wanted tokens; none
   * if nothing is wanted. The same input gives the same choice.
   */
  List<String> choose(List<String> sentences, int tokens) {
    int known = Math.min(sentences.size(), MOST_SENTENCES);
    int[] sizes = new int[known];
    for (int i = 0; i < known; i++) {
      sizes[i] = counter.count(" " + sentences.get(i));
    }
    int best = 0;
    int bestMiss = Math.abs(tokens);
    for (int subset = 1; subset < 1 << known; subset++) {
      int sum = 0;
      for (int i = 0; i < known; i++) {
        sum += (subset >> i & 1) * sizes[i];
      }
      if (Math.abs(sum - tokens) < bestMiss) {
        best = subset;
        bestMiss = Math.abs(sum - tokens);
      }
    }
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < known; i++) {
      if ((best >> i & 1) == 1) {
        chosen.add(sentences.get(i));
      }
    }
    return chosen;
  }

  /** The first words of a text, as many as fit, with an ellipsis where words are left out. */
  String gist(String text, int tokens) {
    String plain = Phrases.inOneLine(text);
    if (counter.count(plain) <= tokens) {
      return plain;
    }
    String cut = counter.beginning(plain, Math.max(1, tokens - 1));
    int space = cut.lastIndexOf(' ');
    return (space > 0 ? cut.substring(0, space) : cut) + " …";
  }
}
