package dev.recap.desk.ticket;

import dev.recap.desk.ticket.ImportException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file one after the other, checked to be UTF-8, with CRLF and LF alike and without
 * a byte order mark. No more than one line is held, and a line only up to a limit.
 */
final class ImportLines {
  static final int MOST_LINE_BYTES = 1 << 20;
  static final int MOST_LINES = 2_000_000;
  private static final long MOST_FILE_BYTES = 256L << 20;
  private static final int MOST_PROBLEMS = 1_000;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final String source;
  private final InputStream in;
  private final boolean replaces;
  private final byte[] buffer = new byte[1 << 16];
  private final List<Problem> problems = new ArrayList<>();
  private byte[] line = new byte[1 << 10];
  private int next;
  private int filled;
  private long bytes;
  private int number;

  /** Lines of which one that is not UTF-8 is blank. */
  ImportLines(String source, InputStream in) {
    this(source, in, false);
  }

  private ImportLines(String source, InputStream in, boolean replaces) {
    this.source = source;
    this.in = in;
    this.replaces = replaces;
  }

  /**
   * Lines in which U+FFFD stands for what is not UTF-8: with its quotation marks in their places, a
   * bad line is the matter of one row.
   */
  static ImportLines replacing(String source, InputStream in) {
    return new ImportLines(source, in, true);
  }

  /** The lines so far that are not UTF-8. */
  List<Problem> problems() {
    return problems;
  }

  /** The number of the line that was read last, from 1. */
  int number() {
    return number;
  }

  /**
   * The text of the next line, without its end; null when there is none.
   *
   * @throws ImportException when the file is larger than what is read, or the line is
   */
  @Nullable String next() throws IOException {
    int length = 0;
    boolean any = false;
    while (next < filled || fill()) {
      any = true;
      int end = endOfLine();
      int part = end - next;
      if (length + part > MOST_LINE_BYTES) {
        throw tooMuch("line %,d is longer than %,d bytes".formatted(number + 1, MOST_LINE_BYTES));
      }
      if (length + part > line.length) {
        line = Arrays.copyOf(line, Math.max(length + part, 2 * line.length));
      }
      System.arraycopy(buffer, next, line, length, part);
      length += part;
      next = end;
      if (next < filled) {
        next++;
        break;
      }
    }
    return any ? line(length) : null;
  }

  private int endOfLine() {
    int end = next;
    while (end < filled && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  private boolean fill() throws IOException {
    next = 0;
    filled = Math.max(0, in.read(buffer));
    bytes += filled;
    if (bytes > MOST_FILE_BYTES) {
      throw tooMuch("has more than %,d bytes".formatted(MOST_FILE_BYTES));
    }
    return filled > 0;
  }

  private String line(int length) {
    number++;
    if (number > MOST_LINES) {
      throw tooMuch("has more than %,d lines".formatted(MOST_LINES));
    }
    int start = number == 1 && startsWithMark(length) ? BYTE_ORDER_MARK.length : 0;
    int end = length > start && line[length - 1] == '\r' ? length - 1 : length;
    return decode(ByteBuffer.wrap(line, start, end - start));
  }

  private String decode(ByteBuffer text) {
    int start = text.position();
    int end = text.limit();
    try {
      // A new decoder reports what it cannot read; String's constructor puts in U+FFFD.
      return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
    } catch (CharacterCodingException e) {
      problems.add(
          new Problem(
              number,
              "not UTF-8 at byte %d of the line (0x%02X)"
                  .formatted(text.position() - start + 1, text.get(text.position()))));
      if (problems.size() >= MOST_PROBLEMS) {
        throw new ImportException(source, problems);
      }
      return replaces ? new String(line, start, end - start, StandardCharsets.UTF_8) : "";
    }
  }

  private boolean startsWithMark(int length) {
    return length >= BYTE_ORDER_MARK.length
        && Arrays.equals(line, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, 3);
  }

  /** The file is refused for its size, whatever else is in it. */
  ImportException tooMuch(String what) {
    return new ImportException(source, what + ", the most that is read");
  }
}
