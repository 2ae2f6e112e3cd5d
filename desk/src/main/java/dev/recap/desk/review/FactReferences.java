package dev.recap.desk.review;

import dev.recap.desk.review.Finding.Kind;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Phone numbers, and names made of letters and digits such as an order's. */
final class FactReferences {
  /**
   * Letters and digits that make one name, as in {@code AB-12}, {@code 7f3a} and {@code 4711-XY},
   * and not a number with its unit, as in {@code 30th} and {@code 24-hour}.
   */
  private static final Pattern NAME =
      Pattern.compile("[^\\p{L}]*+\\p{L}[^0-9]*+[0-9].*|[0-9]{4}[-_0-9]*+\\p{Lu}[-_\\p{Lu}]*+");

  /**
   * From abroad or with a zero; an area in brackets; or three groups, not set apart by spaces only.
   */
  private static final Pattern PHONE =
      Pattern.compile(
          "(?:[+0]|\\(0).*|\\([0-9]{2,5}+\\) ?+[0-9]{3}.*"
              + "|[0-9]++[-/.][0-9]++[^0-9]++[0-9].*|[0-9]++[^0-9]++[0-9]++[-/.][0-9].*");

  private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]++");
  private static final String IN_A_PHONE = " -./()";
  private static final int FEWEST_DIGITS = 7;
  private static final int MOST_DIGITS = 17;
  private static final int LONGEST_COUNTRY = 3;
  private static final int LONGEST_PHONE = 30;
  private static final int LONGEST_GAP = 2;
  private static final int GROUPS_WITH_DOTS = 4;
  private static final String ZERO_TO_LEAVE_OUT = "(0)";

  private final FactText text;

  /** No name begins before here, so that each character is looked at once. */
  private int looked;

  FactReferences(FactText text) {
    this.text = text;
  }

  /** The name or phone number that begins here; null for none. */
  @Nullable Fact at(int start) {
    char c = text.at(start);
    boolean isInside = isInName(text.at(start - 1));
    if (start >= looked && !isInside && isInName(c)) {
      Fact name = name(start);
      if (name != null) {
        return name;
      }
    }
    return !isInside && (c == '+' || c == '(' || FactText.isDigit(c)) ? phone(start) : null;
  }

  private static boolean isInName(char c) {
    return FactText.isDigit(c) || FactText.isAlphabetic(c);
  }

  private @Nullable Fact name(int start) {
    int end = start;
    while (isInName(text.at(end))
        || ((text.at(end) == '-' || text.at(end) == '_') && isInName(text.at(end + 1)))) {
      end++;
    }
    looked = end;
    String name = text.part(start, end);
    if (!NAME.matcher(name).matches()) {
      return null;
    }
    String key = name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    return Fact.of(Kind.REFERENCE, start, end, Set.of("reference:" + key), Fact.numbersIn(name));
  }

  private @Nullable Fact phone(int start) {
    int end = behindPhone(start);
    if (FactText.isDigit(text.at(end))) {
      return null;
    }
    String written = text.part(start, end);
    boolean isAbroad = written.startsWith("+") || written.startsWith("00");
    String digits = digits(written, isAbroad);
    if (!isPhone(written, digits.length())) {
      return null;
    }
    Set<String> vouches = Fact.numbersIn(written);
    vouches.addAll(isAbroad ? keysAbroad(digits, "away:") : keysAtHome(digits, "home:"));
    return new Fact(
        Kind.PHONE,
        start,
        end,
        isAbroad ? keysAbroad(digits, "home:") : keysAtHome(digits, "away:"),
        vouches);
  }

  /** Behind the last digit that can belong to the number. */
  private int behindPhone(int start) {
    int end = start;
    int i = text.at(start) == '+' ? start + 1 : start;
    for (int gap = 0; i - start < LONGEST_PHONE && gap <= LONGEST_GAP; i++) {
      if (FactText.isDigit(text.at(i))) {
        gap = 0;
        end = i + 1;
      } else if (text.at(i) != 0 && IN_A_PHONE.indexOf(text.at(i)) >= 0) {
        gap++;
      } else {
        break;
      }
    }
    return end;
  }

  /** What is dialled, without what only one of the ways to write it has. */
  private static String digits(String written, boolean isAbroad) {
    String all = isAbroad ? written.replace(ZERO_TO_LEAVE_OUT, "") : written;
    String digits = NO_DIGITS.matcher(all).replaceAll("");
    return FactNumbers.withoutLeadingZeros(digits);
  }

  private static boolean isPhone(String written, int digits) {
    boolean isDecimal = written.contains(".") && NO_DIGITS.split(written).length < GROUPS_WITH_DOTS;
    return digits >= FEWEST_DIGITS
        && digits <= MOST_DIGITS
        && !isDecimal
        && PHONE.matcher(written).matches();
  }

  /** The whole number, and what is left of it without the country's, for those who leave it out. */
  private static Set<String> keysAbroad(String digits, String without) {
    Set<String> keys = new HashSet<>();
    keys.add("abroad:" + digits);
    for (int country = 1; country <= LONGEST_COUNTRY; country++) {
      keys.add(without + FactNumbers.withoutLeadingZeros(digits.substring(country)));
    }
    return keys;
  }

  private static Set<String> keysAtHome(String digits, String with) {
    return Set.of(Fact.number(digits), with + digits);
  }
}
