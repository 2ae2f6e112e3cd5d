package dev.recap.desk.knowledge;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Any text as the terms that are searched for: the stems of words that say something. */
final class Terms {
  /** Words of a question rather than of its subject, beyond Lucene's own list. */
  private static final List<String> OF_ANY_QUESTION =
      List.of(
          "about", "after", "all", "am", "any", "because", "been", "before", "can", "cannot",
          "could", "did", "do", "does", "from", "get", "give", "had", "has", "have", "help",
          "hello", "hi", "how", "i", "its", "just", "me", "more", "my", "need", "now", "one",
          "only", "our", "out", "please", "she", "should", "since", "so", "some", "still", "than",
          "them", "too", "us", "want", "we", "were", "what", "when", "where", "which", "who", "why",
          "would", "yet", "you", "your");

  /** Order numbers, dates and prices are rare, and would weigh more than what the matter is. */
  private static final Pattern NUMBER = Pattern.compile("[\\p{N}.,]+");

  private final Analyzer analyzer;

  /** English terms. */
  Terms() {
    this(Language.ENGLISH);
  }

  Terms(Language language) {
    analyzer =
        language == Language.ENGLISH ? new EnglishAnalyzer(stopWords()) : language.analyzer();
  }

  private static CharArraySet stopWords() {
    CharArraySet words = CharArraySet.copy(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
    words.addAll(OF_ANY_QUESTION);
    return CharArraySet.unmodifiableSet(words);
  }

  /** The analyzer for the index, so that query and articles are cut alike. */
  Analyzer analyzer() {
    return analyzer;
  }

  /** The distinct terms in order of appearance, without bare numbers. */
  Set<String> of(String text) {
    Set<String> terms = new LinkedHashSet<>();
    try (TokenStream tokens = analyzer.tokenStream("text", new StringReader(text))) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (!NUMBER.matcher(term).matches()) {
          terms.add(term.toString());
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }
}
