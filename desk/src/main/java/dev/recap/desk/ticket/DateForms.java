package dev.recap.desk.ticket;

import java.util.regex.Pattern;

/** How exports write dates. */
final class DateForms {
  static final int LONGEST = 100;

  /** Seconds, or milliseconds, since 1970. */
  static final Pattern EPOCH = Pattern.compile("(\\d{10})(\\d{3})?");

  private static final String YEAR_FIRST =
      "(?<year1>\\d{4})\\h?[-/.年]\\h?(?<month1>\\d{1,2})\\h?[-/.月]\\h?(?<day1>\\d{1,2})日?";
  private static final String YEAR_LAST =
      "(?<left>\\d{1,2})(?<sign>[-/.])\\h?(?<right>\\d{1,2})\\k<sign>\\h?(?<year2>\\d{4}|\\d{2})";

  /** Month names are those of RFC 5322, in full too. */
  private static final String DAY_NAME =
      "(?:\\p{Alpha}{3,9},?\\h)?(?<day3>\\d{1,2})[\\h-](?<month3>\\p{Alpha}{3,9})\\.?,?[\\h-](?<year3>\\d{4})";

  private static final String NAME_DAY =
      "(?:\\p{Alpha}{3,9},?\\h)?(?<month4>\\p{Alpha}{3,9})\\.?\\h(?<day4>\\d{1,2}),?\\h(?<year4>\\d{4})";
  private static final String TIME =
      "(?:[T,\\h]{1,3}(?:at\\h)?(?<hour>\\d{1,2})[:.時](?<minute>\\d{2})分?"
          + "(?:(?:[:.]|(?<=分))(?<second>\\d{2})秒?(?:[.,](?<fraction>\\d{1,9}))?)?(?:\\h?(?<half>[AaPp])\\.?[Mm]\\.?(?!\\p{Alpha}))?)?";
  private static final String ZONE =
      "(?:\\h?(?<zone>Z|UTC|GMT|(?:UTC|GMT)?[+-]\\d{1,2}(?::?\\d{2})?|\\p{Alpha}{2,20}/[\\p{Alpha}/_-]{2,40}))?";

  /** A date, perhaps a time, perhaps a zone, perhaps a remark in brackets. */
  static final Pattern DATE =
      Pattern.compile(
          "(?:%s|%s|%s|%s)%s%s(?:\\h?[(\\[][^)\\]]{1,40}[)\\]])?"
              .formatted(YEAR_FIRST, YEAR_LAST, DAY_NAME, NAME_DAY, TIME, ZONE));

  private DateForms() {}
}
