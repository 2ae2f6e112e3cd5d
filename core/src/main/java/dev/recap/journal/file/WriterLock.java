package dev.recap.journal.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.recap.journal.JournalException;
import dev.recap.journal.JournalException.Reason;
import dev.recap.journal.line.ThisProcess;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to write a journal. It is a lock of the operating system's on a file beside the
 * journal, {@code NAME.lock}, which stays there for ever. Nobody else opens that file: on POSIX the
 * closing of any of a process's handles of a file gives up the process's locks on it. So within the
 * process a register comes first.
 */
public final class WriterLock implements Closeable {
  private static final Map<Path, WriterLock> HELD = new ConcurrentHashMap<>();

  /** Handles that must not be closed, as this very class, loaded a second time, has the lock. */
  private static final Map<Path, FileChannel> NOT_TO_BE_CLOSED = new ConcurrentHashMap<>();

  private static final String MARK = "recap-journal lock: ";

  /** Beyond any text: where locks are mandatory, the text can be read all the same. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final Set<OpenOption> OPTIONS =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          LinkOption.NOFOLLOW_LINKS);

  private final Path journal;
  private final Path file;
  private @Nullable FileChannel channel;

  private WriterLock(Path journal) {
    this.journal = journal;
    this.file = journal.resolveSibling(journal.getFileName() + ".lock");
  }

  /**
   * Takes the lock.
   *
   * @param journal its real path; it need not be there yet
   * @throws JournalException when somebody has it, naming the holder
   */
  static WriterLock of(Path journal) throws IOException {
    var lock = new WriterLock(journal);
    if (HELD.putIfAbsent(journal, lock) != null) {
      throw lock.inUse("this process, " + ThisProcess.name());
    }
    try {
      lock.channel = Disk.undisturbed(lock::take);
      return lock;
    } finally {
      if (lock.channel == null) {
        HELD.remove(journal);
      }
    }
  }

  Path journal() {
    return journal;
  }

  private FileChannel take() throws IOException {
    FileChannel open = NOT_TO_BE_CLOSED.remove(file);
    if (open == null) {
      open = FileChannel.open(file, OPTIONS, ownerOnly());
    }
    boolean close = true;
    try {
      boolean locked = open.tryLock(LOCKED_BYTE, 1, false) != null;
      String text = text(open);
      if (!locked) {
        throw inUse(text.isEmpty() ? "another process" : text.replace(MARK, ""));
      }
      if (!text.isEmpty() && !text.startsWith(MARK)) {
        throw new JournalException(
            Reason.NOT_A_JOURNAL,
            "%s is not the lock of a journal and was not touched, so %s cannot be written"
                .formatted(file, journal));
      }
      open.truncate(0).write(ByteBuffer.wrap((MARK + ThisProcess.name()).getBytes(UTF_8)), 0);
      close = false;
      return open;
    } catch (OverlappingFileLockException e) {
      NOT_TO_BE_CLOSED.put(file, open);
      close = false;
      throw inUse("this process, " + ThisProcess.name() + ", under another class loader");
    } finally {
      if (close) {
        open.close();
      }
    }
  }

  /** Read and write for the owner, where files have such rights. */
  private FileAttribute<?>[] ownerOnly() {
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    return Disk.knows(file, "posix") ? new FileAttribute<?>[] {owner} : new FileAttribute<?>[0];
  }

  private static String text(FileChannel open) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(1_024);
    open.read(text, 0);
    return new String(text.array(), 0, text.position(), UTF_8);
  }

  private JournalException inUse(String holder) throws IOException {
    // What is written to the lock's file is written when the lock is taken.
    String since = Files.exists(file) ? Files.getLastModifiedTime(file).toString() : "just now";
    return new JournalException(
        Reason.IN_USE,
        "%s has a writer already: %s, since %s; it can be read, and written when that one has closed it"
            .formatted(journal, holder, since));
  }

  @Override
  public void close() throws IOException {
    // In this order: nobody of this process opens the file while it is locked.
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      HELD.remove(journal, this);
    }
  }
}
