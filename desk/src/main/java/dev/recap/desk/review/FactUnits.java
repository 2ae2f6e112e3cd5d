package dev.recap.desk.review;

import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What says that a number is an amount of money: signs, ISO codes, and what currencies are called,
 * from the JDK's tables.
 *
 * <p>{@code $} and {@code dollar} are the unit of many currencies; an amount in it is one in any of
 * them.
 */
final class FactUnits {
  private static final int LONGEST_SIGN = 6;
  private static final int LONGEST_NAME = 16;
  private static final int SHORTEST_NAME = 3;
  private static final int LONGEST_ENDING = 2;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}]+");

  /** Their names have a word in common, and that is what people call them. */
  private static final List<List<String>> SISTERS =
      List.of(
          List.of("EUR"),
          List.of("USD", "CAD", "AUD"),
          List.of("GBP", "EGP", "SYP"),
          List.of("CHF", "RWF", "DJF"),
          List.of("SEK", "NOK", "DKK"),
          List.of("MXN", "COP", "CLP"),
          List.of("INR", "PKR", "LKR"),
          List.of("RUB", "BYN"),
          List.of("AED", "MAD"),
          List.of("SAR", "QAR", "OMR"),
          List.of("KWD", "JOD", "TND"));

  /** Written behind a number like a sign, but no signs in the JDK's tables. */
  private static final Map<String, Set<String>> BEHIND =
      Map.ofEntries(
          Map.entry("円", Set.of("JPY")),
          Map.entry("圓", Set.of("JPY", "TWD", "HKD")),
          Map.entry("元", Set.of("CNY", "TWD", "HKD")),
          Map.entry("圆", Set.of("CNY")),
          Map.entry("美元", Set.of("USD")),
          Map.entry("欧元", Set.of("EUR")),
          Map.entry("ユーロ", Set.of("EUR")),
          Map.entry("유로", Set.of("EUR")),
          Map.entry("원", Set.of("KRW")),
          Map.entry("엔", Set.of("JPY")),
          Map.entry("달러", Set.of("USD", "CAD", "AUD")),
          Map.entry("ドル", Set.of("USD", "CAD", "AUD")),
          Map.entry("บาท", Set.of("THB")));

  private static final Map<String, Set<String>> SIGNS = new HashMap<>();
  private static final Map<String, Set<String>> NAMES = new HashMap<>();

  static {
    Set<Currency> inUse = new HashSet<>();
    for (String country : Locale.getISOCountries()) {
      Currency currency = Currency.getInstance(Locale.of("", country));
      if (currency != null) {
        inUse.add(currency);
        add(SIGNS, currency.getCurrencyCode(), currency);
      }
    }
    for (Locale language : FactMonths.LANGUAGES) {
      inUse.forEach(currency -> addSign(currency, language));
      addNames(inUse, language);
    }
  }

  private FactUnits() {}

  /**
   * A unit in a text.
   *
   * @param end behind it
   * @param codes ISO codes of what it can be, or the sign itself
   */
  record Unit(int end, Set<String> codes) {}

  private static void add(Map<String, Set<String>> units, String unit, Currency currency) {
    units.computeIfAbsent(unit, any -> new HashSet<>()).add(currency.getCurrencyCode());
  }

  private static void addSign(Currency currency, Locale language) {
    String sign = FactText.of(currency.getSymbol(language)).toString();
    if (sign.length() > 1 || (!sign.isEmpty() && !FactText.isAlphabetic(sign.charAt(0)))) {
      add(SIGNS, sign, currency);
    }
    sign.chars()
        .filter(c -> isSign((char) c))
        .forEach(c -> add(SIGNS, Character.toString(c), currency));
  }

  private static void addNames(Set<Currency> inUse, Locale language) {
    Set<String> called = new HashSet<>();
    for (List<String> sisters : SISTERS) {
      Set<String> shared = words(Currency.getInstance(sisters.getFirst()), language);
      sisters.forEach(code -> shared.retainAll(words(Currency.getInstance(code), language)));
      called.addAll(shared);
    }
    for (Currency currency : inUse) {
      words(currency, language).stream()
          .filter(called::contains)
          .forEach(word -> add(NAMES, word, currency));
    }
  }

  private static Set<String> words(Currency currency, Locale language) {
    String name = currency.getDisplayName(language).toLowerCase(Locale.ROOT);
    Set<String> words = new HashSet<>(Arrays.asList(NO_WORD.split(name)));
    words.removeIf(word -> word.length() < SHORTEST_NAME);
    return words;
  }

  /** The sign or ISO code that begins here, as it may stand before an amount; null for none. */
  static @Nullable Unit sign(FactText text, int start) {
    boolean insideAWord =
        FactText.isAlphabetic(text.at(start)) && FactText.isLetter(text.at(start - 1));
    for (int end = start + LONGEST_SIGN; end > start && !insideAWord; end--) {
      Set<String> codes = end > text.length() ? null : SIGNS.get(text.part(start, end));
      boolean ends =
          isSign(text.at(end - 1))
              || !FactText.isLetter(text.at(end))
              || FactText.isDense(text.at(end - 1));
      if (codes != null && ends) {
        return new Unit(end, codes);
      }
    }
    return isSign(text.at(start)) ? new Unit(start + 1, Set.of(text.part(start, start + 1))) : null;
  }

  /** The unit that begins here, as it may stand behind an amount; null for none. */
  static @Nullable Unit behind(FactText text, int start) {
    for (int end = Math.min(start + 3, text.length()); end > start; end--) {
      Set<String> codes = BEHIND.get(text.part(start, end));
      if (codes != null) {
        return new Unit(end, codes);
      }
    }
    Unit sign = sign(text, start);
    return sign == null ? named(text, start) : sign;
  }

  /** A currency's name, with the ending that another number or case gives it. */
  private static @Nullable Unit named(FactText text, int start) {
    int end = text.behindLetters(start, LONGEST_NAME);
    String word = text.part(start, end).toLowerCase(Locale.ROOT);
    for (int cut = 0; cut <= LONGEST_ENDING && word.length() - cut >= SHORTEST_NAME; cut++) {
      Set<String> codes = NAMES.get(word.substring(0, word.length() - cut));
      if (codes != null) {
        return new Unit(end, codes);
      }
    }
    return null;
  }

  static boolean isSign(char c) {
    return Character.getType(c) == Character.CURRENCY_SYMBOL;
  }
}
