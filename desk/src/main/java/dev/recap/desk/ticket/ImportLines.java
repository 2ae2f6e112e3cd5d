package dev.recap.desk.ticket;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a file, checked to be UTF-8, with CRLF and LF alike and without a byte order mark.
 */
final class ImportLines {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private ImportLines() {}

  /**
   * The text of each line, without its end.
   *
   * @param problems gets one for each line that is not UTF-8; an empty text stands for it
   */
  static List<String> of(byte[] file, List<ImportException.Problem> problems) {
    List<String> lines = new ArrayList<>();
    int start = startsWithMark(file) ? BYTE_ORDER_MARK.length : 0;
    while (start < file.length) {
      int end = start;
      while (end < file.length && file[end] != '\n') {
        end++;
      }
      int length = end > start && file[end - 1] == '\r' ? end - start - 1 : end - start;
      lines.add(decode(ByteBuffer.wrap(file, start, length), lines.size() + 1, problems));
      start = end + 1;
    }
    return lines;
  }

  private static String decode(
      ByteBuffer line, int number, List<ImportException.Problem> problems) {
    int start = line.position();
    try {
      // A new decoder reports what it cannot read; String's constructor would put in U+FFFD.
      return StandardCharsets.UTF_8.newDecoder().decode(line).toString();
    } catch (CharacterCodingException e) {
      problems.add(
          new ImportException.Problem(
              number,
              "not UTF-8 at byte %d of the line (0x%02X)"
                  .formatted(line.position() - start + 1, line.get(line.position()))));
      return "";
    }
  }

  private static boolean startsWithMark(byte[] file) {
    return file.length >= BYTE_ORDER_MARK.length
        && file[0] == BYTE_ORDER_MARK[0]
        && file[1] == BYTE_ORDER_MARK[1]
        && file[2] == BYTE_ORDER_MARK[2];
  }
}
