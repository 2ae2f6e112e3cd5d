package dev.recap.desk.review;

import dev.recap.desk.review.Finding.Kind;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times of day. A date that can be read with the day or with the month first is read both
 * ways; an hour up to twelve may be one of the afternoon.
 */
final class FactDates {
  private static final String SEPARATORS = "./-";
  private static final String YEARS = "年년";
  private static final String MONTHS = "月월";
  private static final String DAYS = "日일号";
  private static final String HOURS = ":hH時时点시";
  private static final String MINUTES = ":分분";
  private static final int LONGEST_PARTICLE = 2;
  private static final int THIS_CENTURY = 2000;

  private final FactText text;

  FactDates(FactText text) {
    this.text = text;
  }

  /** The date or time that begins here; null for none. */
  @Nullable Fact at(int start) {
    if (FactText.isDigit(text.at(start - 1))) {
      return null;
    }
    if (!FactText.isDigit(text.at(start))) {
      return FactText.isLetter(text.at(start)) && !FactText.isLetter(text.at(start - 1))
          ? monthFirst(start)
          : null;
    }
    int end = text.behindDigits(start);
    if (end - start > 4) {
      return null;
    }
    Fact found = inFigures(start, end);
    found = found == null ? eastAsian(start, end) : found;
    found = found == null ? time(start, end) : found;
    return found == null ? dayFirst(start, end) : found;
  }

  /** {@code 2026-11-29}, {@code 29.11.2026}, {@code 11/29/26}; and {@code 29/11}. */
  private @Nullable Fact inFigures(int start, int end) {
    char separator = text.at(end);
    if (SEPARATORS.indexOf(separator) < 0) {
      return null;
    }
    int second = text.behindSpace(end + 1);
    int secondEnd = text.behindDigits(second);
    if (secondEnd == second || secondEnd - second > 2) {
      return null;
    }
    int third = text.behindSpace(secondEnd + 1);
    int thirdEnd = text.behindDigits(third);
    if (text.at(secondEnd) != separator || thirdEnd == third) {
      boolean isPair = separator == '/' && second == end + 1 && end - start <= 2;
      return isPair ? pair(start, end, second, secondEnd) : null;
    }
    boolean goesOn =
        SEPARATORS.indexOf(text.at(thirdEnd)) >= 0 && FactText.isDigit(text.at(thirdEnd + 1));
    if (goesOn || thirdEnd - third > 4) {
      return null;
    }
    int a = number(start, end);
    int b = number(second, secondEnd);
    int c = number(third, thirdEnd);
    var readings = new Readings();
    if (end - start == 4) {
      readings.add(a, b, c);
    } else if (end - start <= 2 && (thirdEnd - third == 2 || thirdEnd - third == 4)) {
      int year = thirdEnd - third == 2 ? THIS_CENTURY + c : c;
      readings.add(year, b, a);
      if (separator != '.') {
        readings.add(year, a, b);
      }
    }
    return readings.fact(start, thirdEnd);
  }

  private Fact pair(int start, int end, int second, int secondEnd) {
    int a = number(start, end);
    int b = number(second, secondEnd);
    var readings = new Readings();
    readings.add(0, a, b);
    readings.add(0, b, a);
    readings.keys.add("pair:" + a + "/" + b);
    return Fact.of(
        Kind.NUMBER, start, secondEnd, readings.keys, Fact.numbersIn(text.part(start, secondEnd)));
  }

  /** {@code 2026年11月29日}, {@code 11월 29일}. */
  private @Nullable Fact eastAsian(int start, int end) {
    int year = 0;
    int month = start;
    int monthEnd = end;
    if (YEARS.indexOf(text.at(end)) >= 0) {
      year = number(start, end);
      month = text.behindSpace(end + 1);
      monthEnd = text.behindDigits(month);
    }
    int day = text.behindSpace(monthEnd + 1);
    int dayEnd = text.behindDigits(day);
    boolean isDate =
        isShort(month, monthEnd)
            && isShort(day, dayEnd)
            && MONTHS.indexOf(text.at(monthEnd)) >= 0
            && DAYS.indexOf(text.at(dayEnd)) >= 0;
    var readings = new Readings();
    if (isDate) {
      readings.add(year, number(month, monthEnd), number(day, dayEnd));
    }
    return readings.fact(start, dayEnd + 1);
  }

  private @Nullable Fact time(int start, int end) {
    int minute = end + 1;
    int minuteEnd = text.behindDigits(text.behindSpace(minute));
    boolean isTime =
        isShort(start, end)
            && HOURS.indexOf(text.at(end)) >= 0
            && minuteEnd - text.behindSpace(minute) == 2
            && number(start, end) < 25
            && number(minuteEnd - 2, minuteEnd) < 60;
    if (!isTime) {
      return null;
    }
    int last = minuteEnd;
    if (MINUTES.indexOf(text.at(last)) >= 0) {
      int secondEnd = text.behindDigits(last + 1);
      last = secondEnd - last == 3 ? secondEnd : text.at(last) == ':' ? last : last + 1;
    }
    return Fact.of(
        Kind.TIME,
        start,
        last,
        times(number(start, end), number(minuteEnd - 2, minuteEnd)),
        Fact.numbersIn(text.part(start, last)));
  }

  /** The keys of a time of day: the seconds are no matter, and {@code 2:30} may be 14:30. */
  static Set<String> times(int hour, int minute) {
    Set<String> keys = new HashSet<>();
    keys.add("time:" + hour + ":" + minute);
    if (hour <= 12) {
      keys.add("time:" + (hour % 12 + 12) + ":" + minute);
    }
    return keys;
  }

  /** The keys of a day and a month in figures, either first. */
  static Set<String> days(int a, int b) {
    var readings = new Readings();
    readings.add(0, a, b);
    readings.add(0, b, a);
    return readings.keys;
  }

  /** {@code 29 November 2026}, {@code 29. Nov.}, {@code 29th of November}, {@code 29 de mayo}. */
  private @Nullable Fact dayFirst(int start, int end) {
    int month = text.at(end) == '.' ? end + 1 : ordinal(end);
    month = particle(text.behindSpace(month));
    return isShort(start, end) ? named(start, number(start, end), month) : null;
  }

  /** {@code November 29, 2026}, and {@code November 2026}. */
  private @Nullable Fact monthFirst(int start) {
    int end = text.behindLetters(start, FactMonths.LONGEST_NAME);
    int dot = text.at(end) == '.' ? end + 1 : end;
    int day = particle(text.behindSpace(dot));
    int dayEnd = text.behindDigits(day);
    if (dayEnd == day || dayEnd - day > 4 || dayEnd - day == 3) {
      return null;
    }
    if (dayEnd - day == 4) {
      return withMonth(
          start, dayEnd, number(day, dayEnd), FactMonths.of(text.part(start, end), true), 0);
    }
    int behind = ordinal(dayEnd);
    int year = year(behind);
    int last = year < 0 ? behind : year + 4;
    Set<Integer> months = FactMonths.of(text.part(start, end), year >= 0 || dot > end);
    return withMonth(start, last, year < 0 ? 0 : number(year, last), months, number(day, dayEnd));
  }

  private @Nullable Fact named(int start, int day, int month) {
    int monthEnd = text.behindLetters(month, FactMonths.LONGEST_NAME);
    int dot = text.at(monthEnd) == '.' ? monthEnd + 1 : monthEnd;
    int year = year(dot);
    Set<Integer> months = FactMonths.of(text.part(month, monthEnd), year >= 0 || dot > monthEnd);
    return year < 0
        ? withMonth(start, monthEnd, 0, months, day)
        : withMonth(start, year + 4, number(year, year + 4), months, day);
  }

  private static @Nullable Fact withMonth(
      int start, int end, int year, Set<Integer> months, int day) {
    var readings = new Readings();
    months.forEach(month -> readings.add(year, month, day));
    return readings.fact(start, end);
  }

  /** Where the four digits of a year begin behind a date's day and month; -1 for no year. */
  private int year(int index) {
    int start = particle(text.behindSpace(text.at(index) == ',' ? index + 1 : index));
    return text.behindDigits(start) - start == 4 ? start : -1;
  }

  /** Behind a word as short as the one in {@code 29 de mayo de 2026}; where it was without one. */
  private int particle(int index) {
    int end = text.behindLetters(index, LONGEST_PARTICLE + 1);
    boolean isParticle = end > index && end - index <= LONGEST_PARTICLE && text.at(end) == ' ';
    return isParticle && !FactText.isLetter(text.at(index - 1)) ? end + 1 : index;
  }

  /** Behind the ending of {@code 29th}. */
  private int ordinal(int index) {
    int end = text.behindLetters(index, LONGEST_PARTICLE + 1);
    return end - index <= LONGEST_PARTICLE ? end : index;
  }

  private boolean isShort(int start, int end) {
    return end > start && end - start <= 2;
  }

  private int number(int start, int end) {
    return Integer.parseInt(text.part(start, end));
  }

  /** The dates that something can mean. */
  private static final class Readings {
    private final Set<String> keys = new HashSet<>();
    private final Set<String> vouches = new TreeSet<>();

    /** A date, if there can be one; a year or a day that is 0 is left open. */
    void add(int year, int month, int day) {
      if (month < 1 || month > 12 || day > 31 || (day < 1 && year == 0)) {
        return;
      }
      keys.add("date:" + year + "-" + month + "-" + day);
      vouches.add("date:0-" + month + "-" + day);
      vouches.add("date:" + year + "-" + month + "-0");
      for (int number : new int[] {year, month, day, year % 100}) {
        if (number > 0) {
          vouches.add(Fact.number(Integer.toString(number)));
        }
      }
    }

    @Nullable Fact fact(int start, int end) {
      return keys.isEmpty() ? null : Fact.of(Kind.DATE, start, end, keys, vouches);
    }
  }
}
