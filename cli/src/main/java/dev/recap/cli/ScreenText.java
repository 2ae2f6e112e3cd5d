package dev.recap.cli;

import java.util.ArrayList;
import java.util.List;

/** Text for a terminal of 80 columns; what others wrote in it cannot move the cursor. */
final class ScreenText {
  static final int COLUMNS = 80;

  private ScreenText() {}

  /**
   * One paragraph, broken at spaces so that no line is longer than the screen.
   *
   * @param indent what all lines but the first begin with
   */
  static List<String> wrap(String text, String indent) {
    List<String> lines = new ArrayList<>();
    String rest = Plain.of(text).stripTrailing();
    while (rest.length() > COLUMNS) {
      int at = rest.lastIndexOf(' ', COLUMNS);
      if (at <= indent.length()) {
        at = Character.isHighSurrogate(rest.charAt(COLUMNS - 1)) ? COLUMNS - 1 : COLUMNS;
      }
      lines.add(rest.substring(0, at).stripTrailing());
      rest = indent + rest.substring(at).strip();
    }
    lines.add(rest);
    return lines;
  }

  /** All lines of a text, each behind a margin; of more than so many the rest is only counted. */
  static List<String> margined(List<String> text, String margin, int most) {
    List<String> lines =
        text.stream().flatMap(line -> wrap(margin + line, margin).stream()).toList();
    if (lines.size() <= most) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, most));
    shown.add(margin + "... and %,d lines more: see --report".formatted(lines.size() - most));
    return shown;
  }
}
