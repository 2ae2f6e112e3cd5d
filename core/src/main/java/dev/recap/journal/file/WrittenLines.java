package dev.recap.journal.file;

import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.journal.JournalException;
import dev.recap.journal.JournalException.Reason;
import dev.recap.journal.file.Disk.OpenFile;
import dev.recap.journal.file.StandingLines.Damage;
import dev.recap.journal.line.LineFormat;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of a journal as its one writer knows it: which lines stand, and how it ends. */
public final class WrittenLines implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(WrittenLines.class);

  /** From one line whose offset is known to the next. */
  private static final int LINES_BETWEEN = 64;

  /** So many of the last bytes are compared before more are written. */
  private static final int TAIL_BYTES = 256;

  private final Path path;
  private final OpenFile file;
  private final @Nullable Object fileKey;
  private final LineFormat format;
  private final SnapshotFile snapshot;
  private final Optional<Path> setAside;
  private final NavigableMap<Long, Long> offsets = new ConcurrentSkipListMap<>();
  private volatile long size;
  private long end;
  private byte[] tail;

  /**
   * Lines that are still to be written.
   *
   * @param begins where in the file each begins, by its sequence
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares lines, or changes one.
  public record Next(Map<Long, Long> begins, byte[] lines) {}

  /**
   * Goes through the file, from a snapshot's end on if there is one that fits; a last line that a
   * crash cut off is set aside.
   */
  public WrittenLines(JournalPlace place) throws IOException {
    this.path = place.path();
    StandingLines all = StandingLines.of(path, place.disk());
    this.format = all.format();
    this.snapshot = SnapshotFile.of(path, format, place.disk());
    offsets.put(0L, all.last().end());
    try (StandingLines lines = snapshot.behind(all)) {
      offsets.put(lines.sequence(), lines.last().end());
      while (lines.next()) {
        remember(lines.sequence() - 1, lines.last().offset());
      }
      Optional<Damage> torn = lines.torn();
      this.setAside = torn.isPresent() ? Optional.of(place.setAside(torn.get())) : Optional.empty();
      this.size = lines.sequence();
      this.end = place.finish(lines.last());
    }
    this.fileKey = key(path);
    this.file = place.disk().open(path);
    this.tail = file.read(Math.max(0, end - TAIL_BYTES), (int) Math.min(end, TAIL_BYTES));
  }

  private static @Nullable Object key(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  private void remember(long sequence, long offset) {
    if (sequence % LINES_BETWEEN == 0) {
      offsets.put(sequence, offset);
    }
  }

  public LineFormat format() {
    return format;
  }

  /** How many entries stand. */
  public long size() {
    return size;
  }

  /** The file with a last line that a crash had cut off. */
  public Optional<Path> setAside() {
    return setAside;
  }

  /** The lines of these entries; nothing is written. */
  public Next next(List<Entry> entries) {
    var bytes = new ByteArrayOutputStream();
    Map<Long, Long> begins = new TreeMap<>();
    for (Entry entry : entries) {
      long sequence = size + begins.size();
      begins.put(sequence, end + bytes.size());
      bytes.writeBytes(format.line(sequence, size, entry));
    }
    return new Next(begins, bytes.toByteArray());
  }

  /**
   * Sees that the file is as it was left.
   *
   * @throws JournalException when somebody else changed it
   */
  public void checkUnchanged() throws IOException {
    boolean unchanged =
        Files.exists(path)
            && Files.size(path) == end
            && Objects.equals(key(path), fileKey)
            && Arrays.equals(file.read(end - tail.length, tail.length), tail);
    if (!unchanged) {
      throw new JournalException(
          Reason.CHANGED,
          "%s was changed by somebody else since it was written last, at %d entries and %d bytes; nothing was appended"
              .formatted(path, size, end));
    }
  }

  /** Writes lines at the end, durably. */
  public void write(Next next) throws IOException {
    byte[] lines = next.lines();
    long before = size;
    file.write(end, lines);
    file.sync();
    next.begins().forEach(this::remember);
    end += lines.length;
    tail = Arrays.copyOfRange(lines, Math.max(0, lines.length - TAIL_BYTES), lines.length);
    size = before + next.begins().size();
  }

  /** The lines from a little before an entry on, which stands. */
  public StandingLines from(long sequence) throws IOException {
    Map.Entry<Long, Long> known = Objects.requireNonNull(offsets.floorEntry(sequence));
    return StandingLines.from(known.getKey(), known.getValue(), path, format);
  }

  /** What was kept of no more entries than stand. */
  public Optional<Journal.Snapshot> snapshot() {
    return snapshot.read().filter(kept -> kept.size() <= size);
  }

  /** Keeps a snapshot of so many first entries, if it can. */
  public void keepSnapshot(long first, Supplier<List<byte[]>> bytes) {
    try (StandingLines lines = from(first - 1)) {
      snapshot.keep(lines, first, bytes);
    } catch (IOException | JournalException e) {
      LOG.warn("no snapshot of {} is kept; opening it takes longer", path, e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
