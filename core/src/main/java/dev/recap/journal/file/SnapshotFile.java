package dev.recap.journal.file;

import dev.recap.journal.Journal;
import dev.recap.journal.file.Disk.OpenFile;
import dev.recap.journal.line.LineFormat;
import dev.recap.journal.line.SnapshotHead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The snapshot beside a journal. One that is missing, damaged or of other entries is passed over.
 */
public record SnapshotFile(Path path, Path journal, LineFormat format, Disk disk) {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotFile.class);

  public static SnapshotFile of(Path journal, LineFormat format, Disk disk) {
    Path beside = journal.resolveSibling(journal.getFileName() + ".snapshot");
    return new SnapshotFile(beside, journal, format, disk);
  }

  /** Its head, if the journal has the entries that it speaks of. */
  private Optional<SnapshotHead> head() {
    try (InputStream file = Files.newInputStream(path);
        OpenFile entries = disk.open(journal)) {
      Optional<SnapshotHead> head =
          SnapshotHead.in(file.readNBytes(SnapshotHead.MOST_BYTES), format);
      return head.isPresent() && isBehindItsEntries(head.get(), entries) ? head : Optional.empty();
    } catch (IOException e) {
      LOG.debug("no snapshot is read from {}", path, e);
      return Optional.empty();
    }
  }

  private static boolean isBehindItsEntries(SnapshotHead head, OpenFile entries)
      throws IOException {
    int end = LineFormat.SEAL_BYTES + 1;
    if (head.offset() < end || head.offset() > entries.length()) {
      return false;
    }
    byte[] read = entries.read(head.offset() - end, end);
    return read[end - 1] == '\n' && head.isBehind(Arrays.copyOf(read, end - 1));
  }

  /** The lines behind the entries that it speaks of; without one those that are given, all. */
  public StandingLines behind(StandingLines all) throws IOException {
    Optional<SnapshotHead> head = head();
    if (head.isEmpty()) {
      return all;
    }
    all.close();
    return StandingLines.from(head.get().size(), head.get().offset(), journal, format);
  }

  /** What was kept. */
  public Optional<Journal.Snapshot> read() {
    Optional<SnapshotHead> head = head();
    try {
      return head.isPresent() ? head.get().snapshot(Files.readAllBytes(path)) : Optional.empty();
    } catch (IOException e) {
      LOG.warn("no snapshot is read from {}; the whole journal is", path, e);
      return Optional.empty();
    }
  }

  /**
   * Keeps one of so many first entries in place of the last: as a whole or not at all. Nobody waits
   * for the disk, as it can be done without.
   *
   * @param lines to or before the last of the entries
   */
  void keep(StandingLines lines, long size, Supplier<List<byte[]>> bytes) throws IOException {
    while (lines.sequence() < size) {
      if (!lines.next()) {
        throw lines.damaged();
      }
    }
    List<byte[]> packed = bytes.get();
    LineReader.Line last = lines.last();
    write(SnapshotHead.of(size, last.end(), last.bytes(), packed).line(format), packed);
  }

  private void write(byte[] head, List<byte[]> packed) throws IOException {
    Path made = Files.createTempFile(path.getParent(), path.getFileName() + ".new-", "");
    try {
      try (OpenFile file = disk.open(made)) {
        file.write(0, head);
        long end = head.length;
        for (byte[] piece : packed) {
          file.write(end, piece);
          end += piece.length;
        }
      }
      disk.move(made, path);
    } finally {
      Files.deleteIfExists(made);
    }
  }
}
