package dev.recap.journal.file;

import dev.recap.journal.line.LineFormat;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a file line by line, in the memory of its longest line. */
public final class LineReader implements Closeable {
  /**
   * A line without its end.
   *
   * @param offset where it begins in the file
   * @param ended whether an end of line follows, or more bytes than a line can have
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares lines, or changes one.
  public record Line(byte[] bytes, long offset, boolean ended) {
    /** Where the next one begins. */
    long end() {
      return offset + bytes.length + 1;
    }
  }

  /** Not a channel: that would close itself under the interrupted thread of a cancelled run. */
  private final FileInputStream file;

  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int filled;
  private long offset;

  LineReader(Path path, long offset) throws IOException {
    this.file = new FileInputStream(path.toFile());
    this.offset = offset;
    file.skipNBytes(offset);
  }

  /** The next line; null at the end of the file. */
  @Nullable Line next() throws IOException {
    var bytes = new ByteArrayOutputStream();
    boolean ended = false;
    while (!ended && fill()) {
      int end = at;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      bytes.write(buffer, at, end - at);
      ended = end < filled || bytes.size() > LineFormat.MOST_BYTES;
      at = Math.min(filled, end + 1);
    }
    long start = offset;
    offset += bytes.size() + (ended ? 1 : 0);
    return bytes.size() == 0 && !ended ? null : new Line(bytes.toByteArray(), start, ended);
  }

  private boolean fill() throws IOException {
    if (at == filled) {
      at = 0;
      filled = Math.max(0, file.read(buffer));
    }
    return at < filled;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
