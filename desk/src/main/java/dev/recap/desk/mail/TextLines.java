package dev.recap.desk.mail;

import java.util.regex.Pattern;

/** Lines of text as they are laid out, with blank space as a browser would show it. */
final class TextLines {
  private static final int DEEPEST_QUOTE = 5;
  private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n\\f\\u00A0]+");

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private int quotes;
  private int keeping;
  private boolean blankBefore = true;

  /** Adds to the line; several spaces are one unless space is kept. */
  void add(String more) {
    if (keeping > 0) {
      String[] parts = more.split("\n", -1);
      for (int i = 0; i < parts.length; i++) {
        line.append(parts[i]);
        if (i < parts.length - 1) {
          lineBreak();
        }
      }
      return;
    }
    String plain = SPACE.matcher(more).replaceAll(" ");
    boolean spaceBefore = line.isEmpty() || line.charAt(line.length() - 1) == ' ';
    line.append(spaceBefore && plain.startsWith(" ") ? plain.substring(1) : plain);
  }

  /** Ends the line, where there is one. */
  void end() {
    if (!line.toString().isBlank()) {
      lineBreak();
    } else {
      line.setLength(0);
    }
  }

  /** Ends the line, be it empty. */
  void lineBreak() {
    String ended = line.toString().stripTrailing();
    text.append(prefix(ended.isEmpty())).append(ended).append('\n');
    blankBefore = ended.isEmpty();
    line.setLength(0);
  }

  /** What comes next stands apart. */
  void paragraph() {
    end();
    if (!blankBefore) {
      lineBreak();
    }
  }

  /** One quote deeper, or out of one. */
  void quote(int deeper) {
    end();
    quotes += deeper;
  }

  void keepSpace(boolean keep) {
    keeping += keep ? 1 : -1;
  }

  private String prefix(boolean empty) {
    int depth = Math.min(quotes, DEEPEST_QUOTE);
    return ">".repeat(depth) + (depth > 0 && !empty ? " " : "");
  }

  String text() {
    end();
    return text.toString().replaceAll("\n{3,}", "\n\n").strip();
  }
}
