package dev.recap.desk.ticket;

import dev.recap.desk.ticket.ColumnMapping.Dates;
import dev.recap.desk.ticket.ColumnMapping.Order;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;

/** Reads the dates of one column, which are all written by one hand. */
final class DateColumn {
  private static final int MOST_MONTHS = 12;
  private static final int CENTURY = 2_000;
  private static final int NOON = 12;
  private static final int NANO_DIGITS = 9;

  /** What is written without its zone may lie ahead by as much as zones do. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private final Dates how;
  private final Order order;
  private final Instant now;

  /**
   * A reader for a column.
   *
   * @param all the column's cells, which may show whether the day or the month comes first
   * @param now what came in later than this did not come in
   */
  DateColumn(Dates how, Collection<String> all, Instant now) {
    this.how = how;
    this.now = now;
    this.order = how.order() == Order.AS_THE_FILE_SHOWS ? shownBy(all) : how.order();
  }

  private static Order shownBy(Collection<String> all) {
    boolean dayFirst = false;
    boolean monthFirst = false;
    for (String cell : all) {
      Matcher date = DateForms.DATE.matcher(cell);
      if (cell.length() <= DateForms.LONGEST && date.matches() && isOpen(date)) {
        dayFirst |= number(date, "left") > MOST_MONTHS;
        monthFirst |= number(date, "right") > MOST_MONTHS;
      }
    }
    if (dayFirst == monthFirst) {
      return Order.AS_THE_FILE_SHOWS;
    }
    return dayFirst ? Order.DAY_FIRST : Order.MONTH_FIRST;
  }

  /** Between dots the day comes first wherever dots are used. */
  private static boolean isOpen(Matcher date) {
    String sign = date.group("sign");
    return sign != null && !sign.equals(".");
  }

  /**
   * The time that a cell tells.
   *
   * @throws IllegalArgumentException when it tells none, or one that can be read in two ways
   */
  Instant read(String cell) {
    try {
      Instant time = time(cell);
      if (time.isBefore(Instant.EPOCH) || time.isAfter(now.plus(AHEAD))) {
        throw unreadable(cell, "a date from 1970 to today was expected");
      }
      return time;
    } catch (DateTimeException e) {
      throw unreadable(cell, "there is no such date or time");
    }
  }

  private Instant time(String cell) {
    Matcher epoch = DateForms.EPOCH.matcher(cell);
    if (epoch.matches()) {
      Instant seconds = Instant.ofEpochSecond(Long.parseLong(epoch.group(1)));
      return epoch.group(2) == null
          ? seconds
          : seconds.plusMillis(Integer.parseInt(epoch.group(2)));
    }
    Matcher date = DateForms.DATE.matcher(cell);
    if (cell.length() > DateForms.LONGEST || !date.matches()) {
      throw unreadable(
          cell, "a date such as 2026-11-24 08:30, 24.11.2026 or 24 Nov 2026 was expected");
    }
    return LocalDateTime.of(day(date, cell), timeOfDay(date)).atZone(zone(date)).toInstant();
  }

  private LocalDate day(Matcher date, String cell) {
    if (date.group("year1") != null) {
      return LocalDate.of(number(date, "year1"), number(date, "month1"), number(date, "day1"));
    }
    if (date.group("day3") != null) {
      return LocalDate.of(number(date, "year3"), month(date.group("month3")), number(date, "day3"));
    }
    if (date.group("day4") != null) {
      return LocalDate.of(number(date, "year4"), month(date.group("month4")), number(date, "day4"));
    }
    int left = number(date, "left");
    int right = number(date, "right");
    int given = number(date, "year2");
    int year = date.group("year2").length() == 2 ? CENTURY + given : given;
    return switch (orderOf(date, left, right)) {
      case DAY_FIRST -> LocalDate.of(year, right, left);
      case MONTH_FIRST -> LocalDate.of(year, left, right);
      case AS_THE_FILE_SHOWS ->
          throw unreadable(
              cell, "nothing in the file shows whether the day or the month comes first");
    };
  }

  private Order orderOf(Matcher date, int left, int right) {
    if (left == right) {
      return Order.DAY_FIRST;
    }
    if (!isOpen(date)) {
      return how.order() == Order.MONTH_FIRST ? Order.MONTH_FIRST : Order.DAY_FIRST;
    }
    if (order != Order.AS_THE_FILE_SHOWS) {
      return order;
    }
    if (left > MOST_MONTHS) {
      return Order.DAY_FIRST;
    }
    return right > MOST_MONTHS ? Order.MONTH_FIRST : order;
  }

  private static LocalTime timeOfDay(Matcher date) {
    if (date.group("hour") == null) {
      return LocalTime.MIDNIGHT;
    }
    int hour = number(date, "hour");
    String half = date.group("half");
    if (half != null) {
      if (hour < 1 || hour > NOON) {
        throw new DateTimeException("an hour of half a day was " + hour);
      }
      hour = hour % NOON + (half.equalsIgnoreCase("p") ? NOON : 0);
    }
    String fraction = date.group("fraction");
    int nanos =
        fraction == null
            ? 0
            : Integer.parseInt(fraction + "0".repeat(NANO_DIGITS - fraction.length()));
    int second = date.group("second") == null ? 0 : number(date, "second");
    return LocalTime.of(hour, number(date, "minute"), second, nanos);
  }

  private ZoneId zone(Matcher date) {
    String zone = date.group("zone");
    if (zone == null) {
      return how.zone();
    }
    String offset = zone.replaceFirst("^(?:UTC|GMT)", "");
    return offset.isEmpty() || zone.equals("Z") ? ZoneOffset.UTC : ZoneId.of(colonised(offset));
  }

  /** Of {@code +1}, {@code +01}, {@code +0100} what {@link ZoneId} reads. */
  private static String colonised(String offset) {
    boolean fourDigits = offset.matches("[+-]\\d{4}");
    return fourDigits ? offset.substring(0, 3) + ":" + offset.substring(3) : offset;
  }

  private static Month month(String name) {
    for (Month month : Month.values()) {
      String full = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
      if (full.startsWith(name.toLowerCase(Locale.ROOT))) {
        return month;
      }
    }
    throw new DateTimeException("no month is called so");
  }

  private static int number(Matcher date, String group) {
    return Integer.parseInt(date.group(group));
  }

  private static IllegalArgumentException unreadable(String cell, String expected) {
    return new IllegalArgumentException(
        "created was '%s', but %s".formatted(ImportRow.shown(cell), expected));
  }
}
