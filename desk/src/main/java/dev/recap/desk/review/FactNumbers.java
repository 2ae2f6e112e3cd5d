package dev.recap.desk.review;

import dev.recap.desk.review.Finding.Kind;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, percentages and amounts of money: {@code 1.299,00}, {@code 1,299.00}, {@code 1'299} and
 * {@code 1 299} are one number. An amount is the same with its unit before or behind it, by sign,
 * code or name.
 */
final class FactNumbers {
  private static final String PERCENT = "%‰٪";
  private static final String BEFORE_A_REFERENCE = "#№";
  private static final int LONG = 5;

  private final FactText text;

  FactNumbers(FactText text) {
    this.text = text;
  }

  private record Value(int end, Set<String> readings) {}

  /** The number that begins here, with its unit; null for none. */
  @Nullable Fact at(int start) {
    char c = text.at(start);
    if (FactText.isDigit(c)) {
      return unitBehind(start, value(start));
    }
    int number = text.behindSpace(start + 1);
    if (PERCENT.indexOf(c) >= 0 && FactText.isDigit(text.at(number))) {
      Value value = value(number);
      return fact(Kind.PERCENTAGE, start, value.end, value, Set.of("percent"));
    }
    boolean isReference = BEFORE_A_REFERENCE.indexOf(c) >= 0 && !isHeading(start, number);
    if (isReference && FactText.isDigit(text.at(number))) {
      Value value = value(number);
      return Fact.of(Kind.REFERENCE, start, value.end, value.readings, Set.of());
    }
    return FactUnits.isSign(c) || FactText.isLetter(c) ? unitBefore(start) : null;
  }

  /** Whether the sign is the last of those that make a line a heading, as in {@code ## 1. Why}. */
  private boolean isHeading(int sign, int number) {
    int before = sign;
    while (text.at(before) == '#') {
      before--;
    }
    return number > sign + 1 && (text.at(before) == 0 || text.at(before) == '\n');
  }

  private @Nullable Fact unitBefore(int start) {
    FactUnits.Unit unit = FactUnits.sign(text, start);
    if (unit == null) {
      return null;
    }
    int number = text.behindSpace(unit.end());
    number = text.at(number) == '-' ? number + 1 : number;
    if (!FactText.isDigit(text.at(number))) {
      return null;
    }
    Value value = value(number);
    return fact(Kind.MONEY, start, value.end, value, unit.codes());
  }

  private Fact unitBehind(int start, Value value) {
    int mark = text.behindSpace(value.end);
    if (PERCENT.indexOf(text.at(mark)) >= 0 && text.at(mark) != 0) {
      return fact(Kind.PERCENTAGE, start, mark + 1, value, Set.of("percent"));
    }
    FactUnits.Unit unit = FactUnits.behind(text, text.behindSpace(behindNoCents(value.end)));
    if (unit != null) {
      return fact(Kind.MONEY, start, unit.end(), value, unit.codes());
    }
    boolean isReference = value.end - start >= LONG && text.behindDigits(start) == value.end;
    return Fact.of(
        isReference ? Kind.REFERENCE : Kind.NUMBER, start, value.end, value.readings, Set.of());
  }

  /** Behind the dashes of {@code 50,-} and {@code 50.--}. */
  private int behindNoCents(int index) {
    boolean isMark = text.at(index) == ',' || text.at(index) == '.';
    if (!isMark || text.at(index + 1) != '-') {
      return index;
    }
    return text.at(index + 2) == '-' ? index + 3 : index + 2;
  }

  private static Fact fact(Kind kind, int start, int end, Value value, Set<String> units) {
    Set<String> readings =
        units.stream()
            .flatMap(unit -> value.readings.stream().map(reading -> unit + " " + reading))
            .collect(Collectors.toSet());
    return Fact.of(kind, start, end, readings, value.readings);
  }

  private Value value(int start) {
    int end = text.behindDigits(start);
    boolean canGroup = end - start <= 3;
    while (FactText.isDigit(text.at(end + 1))) {
      char separator = text.at(end);
      int next = text.behindDigits(end + 1);
      boolean isGroup = canGroup && next - end == 4;
      if (separator != '.'
          && separator != ','
          && !((separator == '\'' || separator == ' ') && isGroup)) {
        break;
      }
      canGroup = isGroup;
      end = next;
    }
    return new Value(end, readings(text.part(start, end).replace("'", "").replace(" ", "")));
  }

  private static Set<String> readings(String number) {
    int point = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
    if (point < 0) {
      return Set.of(Fact.number(withoutLeadingZeros(number)));
    }
    char last = number.charAt(point);
    String whole = number.substring(0, point);
    String fraction = number.substring(point + 1);
    String other = last == '.' ? "," : ".";
    boolean isOnce = whole.indexOf(last) < 0;
    Set<String> readings = new HashSet<>();
    if (isOnce) {
      readings.add(decimal(whole.replace(other, ""), fraction));
    }
    if (!whole.contains(other) && isGrouped(whole, last, fraction)) {
      readings.add(Fact.number(number.replace(Character.toString(last), "")));
    }
    if (isOnce
        && !whole.contains(other)
        && whole.length() <= 2
        && fraction.length() <= 2
        && last == '.') {
      int a = Integer.parseInt(whole);
      int b = Integer.parseInt(fraction);
      readings.addAll(FactDates.days(a, b));
      readings.addAll(
          fraction.length() == 2 && a < 25 && b < 60 ? FactDates.times(a, b) : Set.of());
    }
    if (readings.isEmpty()) {
      readings.add(Fact.number(number));
    }
    return readings;
  }

  /**
   * Whether it is a whole number in groups: of three digits, or of two before the last in India.
   */
  private static boolean isGrouped(String whole, char separator, String last) {
    int from = whole.lastIndexOf(separator) + 1;
    int first = whole.indexOf(separator) < 0 ? whole.length() : whole.indexOf(separator);
    if (last.length() != 3 || first == 0 || first > 3 || whole.startsWith("0")) {
      return false;
    }
    for (int end = whole.length(); from > 0; from = whole.lastIndexOf(separator, from - 2) + 1) {
      if (end - from < 2 || end - from > 3) {
        return false;
      }
      end = from - 1;
    }
    return true;
  }

  private static String decimal(String whole, String fraction) {
    int end = fraction.length();
    while (end > 0 && fraction.charAt(end - 1) == '0') {
      end--;
    }
    String digits = withoutLeadingZeros(whole);
    return Fact.number(end == 0 ? digits : digits + "." + fraction.substring(0, end));
  }

  static String withoutLeadingZeros(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }
}
