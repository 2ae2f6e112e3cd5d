package dev.recap.journal;

import dev.recap.journal.file.Disk;
import dev.recap.journal.file.Disk.OpenFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A disk that fails, tears and forgets on demand, in the style of Lucene's MockDirectoryWrapper.
 * What is written can be read at once, as from a page cache; {@link #crash} leaves of what was not
 * synced as much as the test says.
 */
final class FaultyDisk extends Disk {
  private final Map<Path, Long> synced = new HashMap<>();
  private long bytesUntilFull = Long.MAX_VALUE;
  private int actsUntilFailure = Integer.MAX_VALUE;
  private boolean syncsFail;

  /** From so many more bytes on the disk is full: the write that meets it is torn. */
  void fullAfter(long bytes) {
    bytesUntilFull = bytes;
  }

  /** So many more writes, syncs, cuts and moves succeed. */
  void failsAfter(int acts) {
    actsUntilFailure = acts;
  }

  void syncsFail(boolean fail) {
    syncsFail = fail;
  }

  /** Whether a failure was met that {@link #failsAfter} ordered. */
  boolean hasFailed() {
    return actsUntilFailure < 0;
  }

  /** The power is off, and of what was written since the last sync only so many bytes stand. */
  void crash(Path file, long unsyncedBytesThatStand) {
    long length = synced.getOrDefault(file, 0L) + unsyncedBytesThatStand;
    try (var cut = new RandomAccessFile(file.toFile(), "rw")) {
      cut.setLength(Math.min(length, cut.length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long unsynced(Path file) {
    return file.toFile().length() - synced.getOrDefault(file, 0L);
  }

  private void act(String what) throws IOException {
    if (--actsUntilFailure < 0) {
      actsUntilFailure = -1;
      throw new IOException(what + " failed");
    }
  }

  @Override
  public OpenFile open(Path path) throws IOException {
    return new FaultyFile(path);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    act("move");
    super.move(from, to);
    synced.put(to, synced.getOrDefault(from, 0L));
  }

  @Override
  public void delete(Path path) throws IOException {
    act("delete");
    super.delete(path);
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    act("sync of a folder");
    super.syncFolder(folder);
  }

  private final class FaultyFile extends OpenFile {
    private final Path path;

    FaultyFile(Path path) throws IOException {
      super(path);
      this.path = path;
    }

    @Override
    public void write(long offset, byte[] bytes) throws IOException {
      act("write");
      int fit = (int) Math.min(bytes.length, bytesUntilFull);
      super.write(offset, Arrays.copyOf(bytes, fit));
      bytesUntilFull -= fit;
      if (fit < bytes.length) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public void setLength(long length) throws IOException {
      act("cut");
      super.setLength(length);
    }

    /** Not to the disk: nobody pulls the plug of this machine. */
    @Override
    public void sync() throws IOException {
      act("sync");
      if (syncsFail) {
        throw new IOException("Input/output error");
      }
      synced.put(path, path.toFile().length());
    }
  }
}
