package dev.recap.journal.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What a journal does to the file system: tests have one that fails, tears and forgets. */
public class Disk {

  /** Something done with a channel. */
  interface Act<T> {
    T run() throws IOException;
  }

  /** Opens a file that is there. */
  public OpenFile open(Path path) throws IOException {
    return new OpenFile(path);
  }

  /** Gives a file another name, which may be that of an empty file, at once or not at all. */
  public void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Takes a file away, if it is there. */
  public void delete(Path path) throws IOException {
    Files.deleteIfExists(path);
  }

  /** What was made or moved in a folder is durable afterwards. */
  public void syncFolder(Path folder) throws IOException {
    if (!knows(folder, "posix")) {
      return; // Elsewhere a folder cannot be opened, nor need it be.
    }
    undisturbed(() -> {
      try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
        return folder;
      }
    });
  }

  /** Whether files have attributes of this kind there. */
  static boolean knows(Path path, String attributes) {
    return path.getFileSystem().supportedFileAttributeViews().contains(attributes);
  }

  /** Acts as if nobody had interrupted the thread: a channel would close itself. */
  static <T> T undisturbed(Act<T> act) throws IOException {
    boolean interrupted = false;
    while (true) {
      interrupted |= Thread.interrupted();
      try {
        return act.run();
      } catch (ClosedByInterruptException e) {
        interrupted = true; // Just after the line above: once more.
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  /** A file that is written to. Not a channel, which would not outlive a cancelled run. */
  public static class OpenFile extends RandomAccessFile {
    protected OpenFile(Path path) throws IOException {
      super(path.toFile(), "rw");
    }

    public byte[] read(long offset, int bytes) throws IOException {
      byte[] read = new byte[bytes];
      seek(offset);
      readFully(read);
      return read;
    }

    public void write(long offset, byte[] bytes) throws IOException {
      seek(offset);
      write(bytes);
    }

    /** What was written is durable afterwards. */
    public void sync() throws IOException {
      getFD().sync();
    }
  }
}
