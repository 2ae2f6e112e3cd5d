package dev.recap.desk.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The words of a text as the index has them: lower case, stemmed, without stop words. */
final class Terms {
  /** Thread-safe, and meant to live as long as the process. */
  static final Analyzer ANALYZER = new EnglishAnalyzer();

  private Terms() {}

  /** The first distinct terms of a text, in its order. */
  static Set<String> of(String text, int limit) {
    Set<String> terms = new LinkedHashSet<>();
    try (TokenStream tokens = ANALYZER.tokenStream("text", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (terms.size() < limit && tokens.incrementToken()) {
        terms.add(term.toString());
      }
      return terms;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
