package dev.recap.desk.ticket;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines as one text for a parser of rows that may go over several of them, but not without end. */
final class RowReader extends Reader {
  static final int MOST_ROW_CHARACTERS = 1 << 20;

  private final ImportLines lines;
  private @Nullable String pending = "";
  private int next;
  private int beginning = 1;
  private int characters;

  RowReader(ImportLines lines) {
    this.lines = lines;
  }

  /** The parser has read a whole row; the next one begins on this line. */
  void rowBegins(int line) {
    beginning = line;
    characters = 0;
  }

  /**
   * The text of the first row, which stays to be read: lines that are blank, and then as many as a
   * quotation goes over.
   */
  String firstRow() throws IOException {
    var row = new StringBuilder();
    boolean blank = true;
    long marks = 0;
    String line = lines.next();
    while (line != null) {
      row.append(line);
      blank &= line.isBlank();
      marks += line.chars().filter(c -> c == '"').count();
      if (!blank && marks % 2 == 0) {
        break;
      }
      if (row.length() > MOST_ROW_CHARACTERS) {
        throw tooLong();
      }
      line = lines.next();
      row.append(line == null ? "" : "\n");
    }
    pending = row.toString();
    return pending.strip();
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    while (pending != null && next == pending.length()) {
      String line = lines.next();
      pending = line == null ? null : lines.number() == 1 ? line : "\n" + line;
      next = 0;
    }
    if (pending == null) {
      return -1;
    }
    int count = Math.min(length, pending.length() - next);
    pending.getChars(next, next + count, into, offset);
    next += count;
    characters += count;
    if (characters > MOST_ROW_CHARACTERS) {
      throw tooLong();
    }
    return count;
  }

  private ImportException tooLong() {
    return lines.tooMuch(
        "the row that begins on line %,d is longer than %,d characters"
            .formatted(beginning, MOST_ROW_CHARACTERS));
  }

  /** The file belongs to whoever opened it. */
  @Override
  public void close() {}
}
