package dev.recap.desk.ticket;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes separated values that do nothing when a spreadsheet opens them: UTF-8 with a byte order
 * mark, quoted as RFC 4180 has it, and with an apostrophe before each cell that would be taken for
 * a formula.
 *
 * <p>A spreadsheet has to be told the separator where it expects another one: what it takes for one
 * value is decided by that.
 */
public final class SafeCsv {
  /** How formulas begin, in the wide letters of East Asian keyboards too. */
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Writer out;
  private final char separator;

  /**
   * Begins a file; the stream stays the caller's.
   *
   * @param separator a comma, a semicolon or a tab
   */
  public SafeCsv(OutputStream out, char separator) {
    if (separator != ',' && separator != ';' && separator != '\t') {
      throw new IllegalArgumentException(
          "the separator was '%s', but a comma, a semicolon or a tab was expected"
              .formatted(separator));
    }
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.separator = separator;
    write(String.valueOf(BYTE_ORDER_MARK));
  }

  /**
   * Writes a row.
   *
   * @param cells null for an empty one
   * @throws UncheckedIOException when the stream fails
   */
  public void row(List<? extends @Nullable String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        write(String.valueOf(separator));
      }
      String cell = cells.get(i);
      write(cell == null ? "" : quoted(harmless(cell)));
    }
    write("\r\n");
  }

  /** Hands everything to the stream. */
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A cell that is text to every spreadsheet: with an apostrophe before it where it begins with a
   * sign of a formula, also behind blanks, or with a tab or the end of a line.
   */
  public static String harmless(String cell) {
    return looksLikeAFormula(cell) ? "'" + cell : cell;
  }

  /** What {@link #harmless} was given, of what it gave. */
  static String asItWas(String cell) {
    boolean marked = cell.startsWith("'") && looksLikeAFormula(cell.substring(1));
    return marked ? cell.substring(1) : cell;
  }

  private static boolean looksLikeAFormula(String cell) {
    if (cell.isEmpty()) {
      return false;
    }
    char first = cell.charAt(0);
    if (first == '\t' || first == '\r' || first == '\n') {
      return true;
    }
    int start = 0;
    while (start < cell.length() && isUnseen(cell.charAt(start))) {
      start++;
    }
    return start < cell.length() && FORMULA.indexOf(cell.charAt(start)) >= 0;
  }

  private static boolean isUnseen(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }

  private static String quoted(String cell) {
    return "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  private void write(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
