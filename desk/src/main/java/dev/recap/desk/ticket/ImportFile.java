package dev.recap.desk.ticket;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file with tickets, which is read as often as it takes: it has to stay as it is for as long as
 * its preview is shown or its bad rows are offered.
 */
public final class ImportFile {
  private static final int MARK = 2;

  private final String name;
  private final Content content;
  private final Encoding encoding;

  /** How a file's bytes are text. */
  public enum Encoding {
    /** UTF-16 where the file begins with its byte order mark, and UTF-8 otherwise. */
    BY_MARK,
    /** What Western European spreadsheets write unless they are told otherwise. */
    WINDOWS_1252
  }

  /** What stands in a row of a file. */
  enum Format {
    JSON_LINES,
    CSV
  }

  private interface Content {
    InputStream open() throws IOException;
  }

  private ImportFile(String name, Content content, Encoding encoding) {
    this.name = name;
    this.content = content;
    this.encoding = encoding;
  }

  /** A file on disk. */
  public static ImportFile of(Path file) {
    return of(String.valueOf(file.getFileName()), file);
  }

  /**
   * A file on disk that came under another name.
   *
   * @param name tells the format: JSON lines where it ends in {@code .jsonl}, {@code .ndjson} or
   *     {@code .json}, and separated values otherwise
   */
  public static ImportFile of(String name, Path file) {
    return new ImportFile(name, () -> Files.newInputStream(file), Encoding.BY_MARK);
  }

  /** A file in memory; the array is not copied. */
  public static ImportFile of(String name, byte[] content) {
    return new ImportFile(name, () -> new ByteArrayInputStream(content), Encoding.BY_MARK);
  }

  /** The same file, read in another encoding. */
  public ImportFile in(Encoding other) {
    return new ImportFile(name, content, other);
  }

  public String name() {
    return name;
  }

  Format format() {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean json = lower.endsWith(".jsonl") || lower.endsWith(".ndjson") || lower.endsWith(".json");
    return json ? Format.JSON_LINES : Format.CSV;
  }

  /** The file's bytes as UTF-8. */
  InputStream open() throws IOException {
    var in = new PushbackInputStream(content.open(), MARK);
    if (encoding == Encoding.WINDOWS_1252) {
      // A few of its bytes mean nothing; there is no harm in saying so with U+FFFD.
      var windows = Charset.forName("windows-1252").newDecoder();
      return new Utf8Stream(
          in,
          windows
              .onMalformedInput(CodingErrorAction.REPLACE)
              .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }
    return startsLikeUtf16(in) ? new Utf8Stream(in, StandardCharsets.UTF_16.newDecoder()) : in;
  }

  private static boolean startsLikeUtf16(PushbackInputStream in) throws IOException {
    byte[] start = in.readNBytes(MARK);
    in.unread(start);
    if (start.length < MARK) {
      return false;
    }
    int first = start[0] & 0xFF;
    int second = start[1] & 0xFF;
    return (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
  }
}
