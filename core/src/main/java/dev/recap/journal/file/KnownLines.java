package dev.recap.journal.file;

import dev.recap.journal.line.LineFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Where some of a journal's lines begin, so that it is not read from the start each time. */
public final class KnownLines {
  private static final int LINES_BETWEEN = 64;

  private final Path path;
  private final LineFormat format;
  private final NavigableMap<Long, Long> offsets = new ConcurrentSkipListMap<>();

  public KnownLines(Path path, LineFormat format) {
    this.path = path;
    this.format = format;
  }

  /** Where the next line of these begins is known from now on. */
  public void know(StandingLines lines) {
    offsets.put(lines.sequence(), lines.last().end());
  }

  /** Where this line begins, which is remembered of a few. */
  public void see(long sequence, long offset) {
    if (sequence % LINES_BETWEEN == 0) {
      offsets.put(sequence, offset);
    }
  }

  /** The lines from this one on, or from the nearest one before it that is known. */
  public StandingLines from(long sequence) throws IOException {
    Map.Entry<Long, Long> known = offsets.floorEntry(sequence);
    return StandingLines.from(known.getKey(), known.getValue(), path, format);
  }
}
