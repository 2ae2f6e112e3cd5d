package dev.recap.desk.review;

import dev.recap.desk.review.Finding.Kind;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Phone numbers, and names made of letters and digits such as an order's. */
final class FactReferences {
  private static final String IN_A_PHONE = " -./()";
  private static final int FEWEST_DIGITS = 7;
  private static final int MOST_DIGITS = 17;
  private static final int FEWEST_IN_BRACKETS = 9;
  private static final int LONGEST_COUNTRY = 3;
  private static final int LONGEST_PHONE = 30;
  private static final int LONGEST_GAP = 2;
  private static final int GROUPS_WITH_DOTS = 4;
  private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]");
  private static final int LONG = 4;
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
    if (!isName(name)) {
      return null;
    }
    String key = name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    return Fact.of(Kind.REFERENCE, start, end, Set.of("reference:" + key), Fact.numbersIn(name));
  }

  /**
   * Whether letters and digits make one name, as in {@code AB-12}, {@code 7f3a} and {@code
   * 4711-XY}, and not a number with its unit, as in {@code 30th} and {@code 24-hour}.
   */
  private static boolean isName(String text) {
    boolean digitBehindLetter = false;
    boolean seenLetter = false;
    boolean seenDigit = false;
    int firstDigits = 0;
    boolean smallLetter = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isDigit = FactText.isDigit(c);
      boolean isLetter = FactText.isAlphabetic(c);
      digitBehindLetter |= isDigit && seenLetter;
      seenDigit |= isDigit;
      seenLetter |= isLetter;
      smallLetter |= isLetter && !Character.isUpperCase(c);
      firstDigits += isDigit && !seenLetter ? 1 : 0;
    }
    return digitBehindLetter || (seenDigit && seenLetter && !smallLetter && firstDigits >= LONG);
  }

  private @Nullable Fact phone(int start) {
    int end = behindPhone(start);
    if (FactText.isDigit(text.at(end))) {
      return null;
    }
    String written = text.part(start, end);
    boolean isAbroad = written.startsWith("+") || written.startsWith("00");
    Set<String> readings = new HashSet<>();
    Set<String> vouches = Fact.numbersIn(written);
    for (int i = 1; i <= written.length(); i++) {
      boolean endsGroup = i == written.length() || !FactText.isDigit(written.charAt(i));
      String digits = digits(written.substring(0, i), isAbroad);
      if (endsGroup && isPhone(written.substring(0, i), digits.length())) {
        readings.addAll(isAbroad ? keysAbroad(digits, "home:") : keysAtHome(digits, "away:"));
        if (i == written.length()) {
          vouches.addAll(isAbroad ? keysAbroad(digits, "away:") : keysAtHome(digits, "home:"));
        }
      }
    }
    return isPhone(written, digits(written, isAbroad).length())
        ? new Fact(Kind.PHONE, start, end, readings, vouches)
        : null;
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
    int groups = 0;
    int dots = 0;
    int spaces = 0;
    int gaps = 0;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      groups += FactText.isDigit(c) && (i == 0 || !FactText.isDigit(written.charAt(i - 1))) ? 1 : 0;
      gaps += FactText.isDigit(c) ? 0 : 1;
      dots += c == '.' ? 1 : 0;
      spaces += c == ' ' ? 1 : 0;
    }
    if (digits < FEWEST_DIGITS || digits > MOST_DIGITS || dots > 0 && groups < GROUPS_WITH_DOTS) {
      return false;
    }
    return switch (written.charAt(0)) {
      case '+', '0' -> true;
      case '(' -> written.startsWith("(0") || digits >= FEWEST_IN_BRACKETS && groups > 1;
      default -> groups > 2 && gaps > spaces;
    };
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
