package dev.recap.journal;

import dev.recap.journal.JournalException.Reason;
import dev.recap.journal.file.Disk;
import dev.recap.journal.file.JournalPlace;
import dev.recap.journal.file.Replacement;
import dev.recap.journal.file.StandingLines;
import dev.recap.journal.file.WriterLock;
import dev.recap.journal.file.WrittenLines;
import dev.recap.journal.line.LineFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal in a file: a JSON object a line, each with its sequence and a checksum. What was
 * appended is on the disk when {@link #append} returns, and no byte of it that is read has changed
 * unnoticed.
 *
 * <p>It has one writer, from {@link #open} to {@link #close}: a second one is refused, in this
 * process and in others. Anybody may {@link #read(Path, long, Consumer) read} meanwhile. The
 * entries are read from the file each time and not kept in memory. Network file systems are not
 * supported, as their locks cannot be relied on.
 *
 * <p>Images and documents stand beside it, in a folder of its name and {@code .media}, each once;
 * they belong to the journal and move with it.
 *
 * <p>Every failure is a {@link JournalException}.
 */
public final class JsonLinesJournal implements Journal, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JsonLinesJournal.class);

  /** What the field {@code format} of the first line says. */
  public static final String FORMAT = LineFormat.NAME;

  private static final String HALF_REPLACED =
      "replacing its entries failed, and only opening it again tells which stand";

  private final JournalPlace place;
  private final WriterLock lock;
  private final Optional<Path> setAside;
  private final ReentrantLock appending = new ReentrantLock();
  private volatile WrittenLines lines;
  private @Nullable String refusal;

  private JsonLinesJournal(JournalPlace place, WriterLock lock) throws IOException {
    this.place = place;
    this.lock = lock;
    this.lines = new WrittenLines(place);
    this.setAside = lines.setAside();
  }

  /**
   * Opens a journal to go on with it; where no file is, or an empty one, it is made, for the owner
   * alone. A last line that a crash cut off is set aside: nobody was told that it was on record.
   *
   * @throws JournalException when the file is in use, damaged, no journal, of a newer release, or
   *     out of reach
   */
  public static JsonLinesJournal open(Path path) {
    return open(path, new Disk(), () -> UUID.randomUUID().toString());
  }

  static JsonLinesJournal open(Path path, Disk disk, Supplier<String> ids) {
    try {
      JournalPlace place = JournalPlace.of(path, disk);
      WriterLock lock = place.lock();
      try {
        place.makeIfNone(ids);
        new Replacement(place).resume();
        return new JsonLinesJournal(place, lock);
      } catch (IOException | RuntimeException | Error e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw failed("open", path, e);
    }
  }

  /**
   * Hands out the entries of a journal from a sequence on, oldest first, whether or not somebody
   * writes it. It takes no lock and needs no right to write.
   *
   * @return how many bytes at the end are no entry: 0, or those of a line that is being written or
   *     that a crash cut off
   * @throws JournalException when the file is damaged, behind the last entry that stands; no
   *     journal, of a newer release, or out of reach
   */
  public static long read(Path path, long from, Consumer<? super Entry> each) {
    long first = InMemoryJournal.sequence(from);
    try {
      Path real = JournalPlace.of(path, new Disk()).path();
      if (Files.size(real) == 0) {
        return 0;
      }
      try (StandingLines lines = StandingLines.of(real, new Disk())) {
        while (lines.next()) {
          if (lines.sequence() > first) {
            each.accept(lines.entry());
          }
        }
        if (lines.torn().isEmpty()) {
          return 0;
        }
        LOG.warn("{} ends with a line that is being written or that a crash cut off", real);
        return Files.size(real) - lines.torn().get().offset();
      }
    } catch (IOException e) {
      throw failed("read", path, e);
    }
  }

  /**
   * Makes a damaged journal one that can be opened, if nothing is lost that was on record for sure.
   * The damaged line, and what was written together with it, goes to a file beside the journal;
   * nothing is deleted.
   *
   * @return the file with what was set aside; empty when there is no damage
   * @throws JournalException when a later line says that a damaged one was on the disk; that line
   *     can be mended from a copy of the file, or see {@link #repair(Path, long)}
   */
  public static Optional<Path> repair(Path path) {
    return repair(path, 0);
  }

  /**
   * The same, but good entries behind the damage go with it. A run that goes on knows nothing of
   * the effects in them and may repeat them.
   *
   * @param losingFrom the number of the first damaged line, as the error names it
   */
  public static Optional<Path> repair(Path path, long losingFrom) {
    try {
      return JournalPlace.of(path, new Disk()).repair(losingFrom);
    } catch (IOException e) {
      throw failed("repair", path, e);
    }
  }

  /** The file with a last line that a crash had cut off when this one was opened. */
  public Optional<Path> setAside() {
    return setAside;
  }

  @Override
  public void append(List<? extends Entry> entries) {
    List<Entry> more = List.copyOf(entries);
    writing(
        "append to",
        () -> {
          if (!more.isEmpty()) {
            WrittenLines.Next next = lines.next(more);
            lines.checkUnchanged();
            refusal = "an append failed, and only opening it again tells what is on record";
            lines.write(next);
            refusal = null;
          }
        });
  }

  @Override
  public void replace(List<? extends Entry> all) {
    List<Entry> entries = List.copyOf(all);
    writing(
        "replace the entries of",
        () -> {
          var replacement = new Replacement(place);
          lines.checkUnchanged();
          Path made = replacement.write(lines.format(), entries);
          refusal = HALF_REPLACED;
          lines.close();
          replacement.put(made);
          lines = new WrittenLines(place);
          refusal = null;
        });
  }

  @Override
  public Optional<Snapshot> snapshot() {
    return lines.snapshot();
  }

  @Override
  public void keepSnapshot(long first, Supplier<List<byte[]>> bytes) {
    appending.lock();
    try {
      if (refusal == null) {
        lines.keepSnapshot(first, bytes);
      }
    } finally {
      appending.unlock();
    }
  }

  /** Something done to the file. */
  private interface Act {
    void run() throws IOException;
  }

  private void writing(String what, Act act) {
    appending.lock();
    try {
      if (refusal != null) {
        throw new JournalException(
            Reason.CLOSED, "%s takes no entry: %s".formatted(place.path(), refusal));
      }
      act.run();
    } catch (IOException e) {
      throw failed(what, place.path(), e);
    } finally {
      appending.unlock();
    }
  }

  @Override
  public long size() {
    return lines.size();
  }

  @Override
  public void read(long from, Consumer<? super Entry> each) {
    long first = InMemoryJournal.sequence(from);
    long until;
    StandingLines open;
    appending.lock();
    try {
      if (HALF_REPLACED.equals(refusal)) {
        throw new JournalException(
            Reason.CLOSED, "%s cannot be read: %s".formatted(place.path(), refusal));
      }
      until = lines.size();
      if (first >= until) {
        return;
      }
      open = lines.from(first);
    } catch (IOException e) {
      throw failed("read", place.path(), e);
    } finally {
      appending.unlock();
    }
    try (open) {
      while (open.sequence() < until && open.next()) {
        if (open.sequence() > first) {
          each.accept(open.entry());
        }
      }
      if (open.sequence() < until) {
        throw open.damaged();
      }
    } catch (IOException e) {
      throw failed("read", place.path(), e);
    }
  }

  /** Gives up the right to write. What is on record can be read all the same. */
  @Override
  public void close() {
    appending.lock();
    try {
      close(lines);
    } catch (IOException e) {
      throw failed("close", place.path(), e);
    } finally {
      appending.unlock();
    }
  }

  private void close(WrittenLines standing) throws IOException {
    try (lock;
        standing) {
      refusal = "it is closed";
    }
  }

  private static JournalException failed(String what, Path path, IOException cause) {
    return new JournalException(
        Reason.IO, "cannot %s journal %s: %s".formatted(what, path, cause), cause);
  }
}
