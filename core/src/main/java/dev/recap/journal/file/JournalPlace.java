package dev.recap.journal.file;

import dev.recap.journal.JournalException;
import dev.recap.journal.JournalException.Reason;
import dev.recap.journal.file.Disk.OpenFile;
import dev.recap.journal.file.LineReader.Line;
import dev.recap.journal.file.StandingLines.Damage;
import dev.recap.journal.line.LineFormat;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a journal lies, and the files beside it.
 *
 * @param path the real one
 */
public record JournalPlace(Path path, Disk disk) {
  private static final Logger LOG = LoggerFactory.getLogger(JournalPlace.class);
  private static final int CHUNK = 1 << 16;

  /**
   * The place that a path leads to, where a journal is or may be made.
   *
   * @throws JournalException when something is there that cannot be a journal
   */
  public static JournalPlace of(Path path, Disk disk) throws IOException {
    if (!Files.exists(path)) {
      if (Files.isSymbolicLink(path)) {
        throw notAJournal(path, "a link to a file that does not exist");
      }
      Path file = path.toAbsolutePath();
      return new JournalPlace(folder(file).toRealPath().resolve(file.getFileName()), disk);
    }
    Path real = path.toRealPath();
    if (!Files.isRegularFile(real)) {
      throw notAJournal(path, Files.isDirectory(real) ? "a folder" : "a special file");
    }
    return new JournalPlace(real, disk);
  }

  private static JournalException notAJournal(Path path, String what) {
    return new JournalException(
        Reason.NOT_A_JOURNAL, "%s was not touched: it is %s".formatted(path, what));
  }

  private boolean empty() throws IOException {
    return !Files.exists(path) || Files.size(path) == 0;
  }

  /**
   * Takes the right to write, beside nothing but a journal or what may become one.
   *
   * @throws JournalException when there is something else, or another writer
   */
  public WriterLock lock() throws IOException {
    if (!empty()) {
      StandingLines.of(path, disk).close();
      if (Disk.knows(path, "unix") && (int) Files.getAttribute(path, "unix:nlink") > 1) {
        throw notAJournal(path, "a file with several names, and a lock guards only one of them");
      }
    }
    return WriterLock.of(path);
  }

  /**
   * Makes a journal without entries where nothing is, or an empty file. Whatever happens, it is
   * there as a whole or not.
   */
  public void makeIfNone(Supplier<String> ids) throws IOException {
    if (!empty()) {
      return;
    }
    Path made = beside("new");
    try (OpenFile file = disk.open(made)) {
      file.write(0, new LineFormat(ids.get(), MediaFolder.of(path, disk)).header());
      file.sync();
    }
    disk.move(made, path);
    disk.syncFolder(folder(path));
  }

  /**
   * Sees to it that a line that stands has its end, and that all up to it is on the disk.
   *
   * @return where it ends
   */
  public long finish(Line last) throws IOException {
    try (OpenFile file = disk.open(path)) {
      if (!last.ended()) {
        file.write(last.end() - 1, new byte[] {'\n'});
      }
      file.sync();
    }
    return last.end();
  }

  /** Cuts damage off, after a copy of it was put into a file beside the journal. */
  public Path setAside(Damage damage) throws IOException {
    Path aside = beside("set-aside");
    try (var rest = new FileInputStream(path.toFile());
        OpenFile file = disk.open(aside)) {
      rest.skipNBytes(damage.offset());
      long at = 0;
      for (byte[] part = rest.readNBytes(CHUNK); part.length > 0; part = rest.readNBytes(CHUNK)) {
        file.write(at, part);
        at += part.length;
      }
      file.sync();
    }
    disk.syncFolder(folder(path));
    try (OpenFile journal = disk.open(path)) {
      journal.setLength(damage.offset());
      journal.sync();
    }
    LOG.warn("line {} of {} and what follows it was set aside in {}", damage.line(), path, aside);
    return aside;
  }

  /**
   * Sets damage aside, unless that loses what was on the disk.
   *
   * @param losingFrom the damaged line from where on that is accepted; 0 for none
   */
  public Optional<Path> repair(long losingFrom) throws IOException {
    try (WriterLock lock = lock();
        StandingLines lines = StandingLines.of(lock.journal(), disk)) {
      while (lines.next()) {
        // Up to the damage.
      }
      if (lines.damage().isEmpty()) {
        return Optional.empty();
      }
      Damage damage = lines.damage().get();
      if (damage.line() != losingFrom && lines.laterCalledDurable()) {
        throw new JournalException(
            Reason.DAMAGED,
            "line %d of %s is damaged, and a later one says that it was on the disk: nothing was set aside; mend it from a copy of the file, or accept the loss with JsonLinesJournal.repair(path, %d)"
                .formatted(damage.line(), path, damage.line()));
      }
      return Optional.of(setAside(damage));
    }
  }

  /** A new empty file for the owner alone. */
  Path beside(String what) throws IOException {
    return Files.createTempFile(folder(path), "%s.%s-".formatted(path.getFileName(), what), "");
  }

  static Path folder(Path file) {
    return Objects.requireNonNull(file.getParent(), "a root is no file");
  }
}
