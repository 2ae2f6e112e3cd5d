package dev.recap.desk.knowledge;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * How the words of a text are cut and stemmed: a language that Lucene knows, with its stop words.
 *
 * <p>Which one a text is in is guessed from two things that nobody tuned: the script that most of
 * its letters have, and of which language it has most stop words. Of two that have as many, the one
 * that stands first here. Words of one letter are not counted: programs and lists are full of them.
 */
// Lucene's own stop sets cannot be changed, and an analyzer is made anew each time.
@SuppressWarnings("ImmutableEnumChecker")
enum Language {
  ENGLISH(EnglishAnalyzer.getDefaultStopSet(), EnglishAnalyzer::new),
  GERMAN(GermanAnalyzer.getDefaultStopSet(), GermanAnalyzer::new),
  FRENCH(FrenchAnalyzer.getDefaultStopSet(), FrenchAnalyzer::new),
  SPANISH(SpanishAnalyzer.getDefaultStopSet(), SpanishAnalyzer::new),
  ITALIAN(ItalianAnalyzer.getDefaultStopSet(), ItalianAnalyzer::new),
  PORTUGUESE(PortugueseAnalyzer.getDefaultStopSet(), PortugueseAnalyzer::new),
  DUTCH(DutchAnalyzer.getDefaultStopSet(), DutchAnalyzer::new),
  SWEDISH(SwedishAnalyzer.getDefaultStopSet(), SwedishAnalyzer::new),
  DANISH(DanishAnalyzer.getDefaultStopSet(), DanishAnalyzer::new),
  NORWEGIAN(NorwegianAnalyzer.getDefaultStopSet(), NorwegianAnalyzer::new),
  FINNISH(FinnishAnalyzer.getDefaultStopSet(), FinnishAnalyzer::new),
  HUNGARIAN(HungarianAnalyzer.getDefaultStopSet(), HungarianAnalyzer::new),
  ROMANIAN(RomanianAnalyzer.getDefaultStopSet(), RomanianAnalyzer::new),
  CZECH(CzechAnalyzer.getDefaultStopSet(), CzechAnalyzer::new),
  TURKISH(TurkishAnalyzer.getDefaultStopSet(), TurkishAnalyzer::new),
  RUSSIAN(RussianAnalyzer.getDefaultStopSet(), RussianAnalyzer::new),
  BULGARIAN(BulgarianAnalyzer.getDefaultStopSet(), BulgarianAnalyzer::new),
  GREEK(GreekAnalyzer.getDefaultStopSet(), GreekAnalyzer::new),
  ARABIC(ArabicAnalyzer.getDefaultStopSet(), ArabicAnalyzer::new),
  HINDI(HindiAnalyzer.getDefaultStopSet(), HindiAnalyzer::new),
  THAI(ThaiAnalyzer.getDefaultStopSet(), ThaiAnalyzer::new),
  CHINESE_JAPANESE_KOREAN(CharArraySet.EMPTY_SET, CJKAnalyzer::new),
  /** Any other: words as they stand. */
  OTHER(CharArraySet.EMPTY_SET, StandardAnalyzer::new);

  /** What follows is no help for a guess, and would cost time. */
  private static final int MOST_CHARACTERS = 20_000;

  /** Fewer stop words may stand in any text: "come" is one in Italian. */
  private static final int ENOUGH = 3;

  private static final Set<UnicodeScript> EAST_ASIAN =
      Set.of(
          UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

  private final CharArraySet stopWords;
  private final Supplier<Analyzer> analyzer;

  Language(CharArraySet stopWords, Supplier<Analyzer> analyzer) {
    this.stopWords = stopWords;
    this.analyzer = analyzer;
  }

  /** A new analyzer of this language's own stop words and stems. */
  Analyzer analyzer() {
    return analyzer.get();
  }

  /** The name of a field for texts in this language. */
  String field(String name) {
    return name + "." + name().toLowerCase(Locale.ROOT);
  }

  /** The language of a text; {@link #OTHER} where nothing tells. */
  static Language of(String text) {
    return of(text, 1);
  }

  /**
   * The languages of texts that belong together. What does not tell, such as a list of names or a
   * few words, is in the language of most others.
   */
  static List<Language> of(List<String> texts) {
    List<Language> sure = texts.stream().map(text -> of(text, ENOUGH)).toList();
    Map<Language, Integer> counts = new EnumMap<>(Language.class);
    sure.stream().filter(one -> one != OTHER).forEach(one -> counts.merge(one, 1, Integer::sum));
    Language usual = counts.isEmpty() ? of(String.join("\n", texts)) : withMost(counts);
    return sure.stream().map(one -> one == OTHER ? usual : one).toList();
  }

  private static Language of(String text, int least) {
    String start = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    if (isEastAsian(start)) {
      return CHINESE_JAPANESE_KOREAN;
    }
    Map<Language, Integer> counts = stopWordsIn(start);
    Language most = withMost(counts);
    return counts.getOrDefault(most, 0) < least ? OTHER : most;
  }

  private static boolean isEastAsian(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long eastAsian =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(letter -> EAST_ASIAN.contains(UnicodeScript.of(letter)))
            .count();
    return 2 * eastAsian > letters;
  }

  private static Language withMost(Map<Language, Integer> counts) {
    Language most = OTHER;
    for (Language language : values()) {
      if (counts.getOrDefault(language, 0) > counts.getOrDefault(most, 0)) {
        most = language;
      }
    }
    return most;
  }

  private static Map<Language, Integer> stopWordsIn(String text) {
    Map<Language, Integer> counts = new EnumMap<>(Language.class);
    try (Analyzer plain = new StandardAnalyzer();
        TokenStream tokens = plain.tokenStream("text", new StringReader(text))) {
      var word = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        for (Language language : values()) {
          if (word.length() > 1 && language.stopWords.contains(word.buffer(), 0, word.length())) {
            counts.merge(language, 1, Integer::sum);
          }
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return counts;
  }
}
