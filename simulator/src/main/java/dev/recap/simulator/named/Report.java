package dev.recap.simulator.named;

import dev.recap.simulator.reader.Passage;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text tells of calls that have left the view, line by line.
 *
 * @param recorded what stands behind "done so far:", "already done:" or "looked up:", without what
 *     stands there in quotation marks
 * @param summed what stands behind "call made:", one call a line
 * @param closed what a line says is closed: an item, or the ends of a range
 * @param rest the other lines, those aside that say what is still to do
 */
record Report(List<String> recorded, List<String> summed, List<Range> closed, String rest) {
  static final String CALL_MADE = "Call made: ";
  static final String STILL_TO_DO = "Still to do: ";

  private static final Pattern RECORD =
      Pattern.compile("(?i)\\b(?:done so far|already (?:done|called|made)|looked up):(.*)");
  private static final Pattern SUMMED = Pattern.compile("(?i)\\bcalls? made:(.*)");
  private static final Pattern TO_DO = Pattern.compile("(?i)\\bstill to do\\b[^:]{0,80}:");
  private static final Pattern CLOSED =
      Pattern.compile("^(\\S{1,80})(?: (?:to|through) (\\S{1,80}))? closed\\b");
  private static final Pattern PRESENTED =
      Pattern.compile("(?i)^\\s*<?(?:record|ledger|notes|summary)\\b");
  private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,18})");

  /** A range of items; one item is a range from itself to itself. */
  record Range(String first, String last) {
    boolean holds(String item) {
      if (item.equals(first) || item.equals(last)) {
        return true;
      }
      Matcher from = NUMBERED.matcher(first);
      Matcher to = NUMBERED.matcher(last);
      Matcher here = NUMBERED.matcher(item);
      return from.matches()
          && to.matches()
          && here.matches()
          && from.group(1).equals(here.group(1))
          && to.group(1).equals(here.group(1))
          && number(from).compareTo(number(here)) < 0
          && number(here).compareTo(number(to)) < 0;
    }

    private static BigInteger number(Matcher item) {
      return new BigInteger(item.group(2));
    }
  }

  static Report of(String text) {
    List<String> recorded = new ArrayList<>();
    List<String> summed = new ArrayList<>();
    List<Range> closed = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String bare = Passage.bare(line);
      Matcher record = RECORD.matcher(bare);
      Matcher summary = SUMMED.matcher(bare);
      Matcher closing = CLOSED.matcher(bare);
      if (summary.find()) {
        summed.add(summary.group(1).strip());
      } else if (record.find()) {
        recorded.add(record.group(1).replaceAll("\"[^\"]*\"", " "));
      } else if (closing.find()) {
        String first = closing.group(1);
        closed.add(new Range(first, closing.group(2) == null ? first : closing.group(2)));
      } else if (!TO_DO.matcher(line).find()) {
        rest.add(line);
      }
    }
    return new Report(recorded, summed, closed, String.join("\n", rest));
  }

  /** From which text on a message reports: the first behind its beginning that says so itself. */
  static int from(List<String> texts) {
    for (int i = 1; i < texts.size(); i++) {
      if (PRESENTED.matcher(texts.get(i)).find()) {
        return i;
      }
    }
    return texts.size();
  }

  /** Whether one of these values names an item that is closed. */
  boolean closes(List<String> values) {
    return values.stream().anyMatch(value -> closed.stream().anyMatch(range -> range.holds(value)));
  }
}
