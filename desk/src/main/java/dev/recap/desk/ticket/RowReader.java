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
      throw lines.tooMuch(
          "the row that begins on line %,d is longer than %,d characters",
          beginning, MOST_ROW_CHARACTERS);
    }
    return count;
  }

  /** The file belongs to whoever opened it. */
  @Override
  public void close() {}
}
