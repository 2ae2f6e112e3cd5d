package dev.recap.desk.ticket;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between the values of a row, told from the first row. */
final class Separator {
  private static final String KNOWN = ",;\t";

  /** A first line that some spreadsheets write and read. */
  private static final Pattern SAID = Pattern.compile("\"?sep=([,;\t])\"?");

  private Separator() {}

  /** The one that stands most often outside of quotations; a comma where none does. */
  static char of(String firstRow) {
    Matcher said = SAID.matcher(firstRow);
    if (said.matches()) {
      return said.group(1).charAt(0);
    }
    int[] counts = new int[KNOWN.length()];
    boolean quoted = false;
    for (int i = 0; i < firstRow.length(); i++) {
      char c = firstRow.charAt(i);
      quoted ^= c == '"';
      int known = KNOWN.indexOf(c);
      if (known >= 0 && !quoted) {
        counts[known]++;
      }
    }
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return KNOWN.charAt(most);
  }

  /** Whether a row only says what the separator is. */
  static boolean isSaidBy(String row) {
    return SAID.matcher(row).matches();
  }
}
