package dev.recap.journal.file;

import dev.recap.journal.Entry;
import dev.recap.journal.JournalException;
import dev.recap.journal.JournalException.Reason;
import dev.recap.journal.file.LineReader.Line;
import dev.recap.journal.line.LineFormat;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entries of a journal's file, one by one, up to the first bytes that are not as written. */
public final class StandingLines implements Closeable {
  /**
   * Bytes that do not stand, and with them all behind them.
   *
   * @param line the number of the line they are in
   * @param offset where they begin
   * @param torn whether they are a last line that was never whole, as a crash leaves it
   */
  public record Damage(long line, long offset, boolean torn, JournalException error) {}

  private final Path path;
  private final LineReader lines;
  private final LineFormat format;
  private long sequence;
  private Line last;
  private @Nullable Line damaged;
  private @Nullable Damage damage;

  private StandingLines(Path path, LineReader lines, LineFormat format, Line last, long sequence) {
    this.path = path;
    this.lines = lines;
    this.format = format;
    this.last = last;
    this.sequence = sequence;
  }

  /** From the first entry on. */
  public static StandingLines of(Path path, Disk disk) throws IOException {
    var lines = new LineReader(path, 0);
    try {
      Line header = lines.next();
      if (header == null) {
        header = new Line(new byte[0], 0, false);
      }
      LineFormat format =
          LineFormat.of(header.bytes(), path.toString(), MediaFolder.of(path, disk));
      return new StandingLines(path, lines, format, header, 0);
    } catch (IOException | RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  /** From an entry on whose line is known to begin at this offset. */
  public static StandingLines from(long sequence, long offset, Path path, LineFormat format)
      throws IOException {
    var before = new Line(new byte[0], offset - 1, true);
    return new StandingLines(path, new LineReader(path, offset), format, before, sequence);
  }

  /** Goes to the next entry that stands; false when there is none. */
  public boolean next() throws IOException {
    Line line = damage == null ? lines.next() : null;
    if (line == null) {
      return false;
    }
    if (stands(line.bytes())) {
      sequence++;
      last = line;
      return true;
    }
    // Where only the end of a line was lost the line itself stands.
    byte[] whole = LineFormat.wholeStart(line.bytes());
    boolean longer = stands(whole);
    boolean torn = !line.ended() && whole.length == 0;
    long offset = line.offset() + (longer ? whole.length : 0);
    damaged = line;
    damage = new Damage(sequence + 2, offset, torn, damaged());
    if (longer) {
      sequence++;
      last = new Line(whole, line.offset(), false);
    }
    return longer;
  }

  private boolean stands(byte[] line) {
    return format.sealed(line) && LineFormat.has(line, sequence);
  }

  /** That the line after those that stand does not. */
  public JournalException damaged() {
    return new JournalException(
        Reason.DAMAGED,
        "line %d of %s is damaged: it is not entry %d as it was written; what stands before it can be read, and JsonLinesJournal.repair sets the rest aside"
            .formatted(sequence + 2, path, sequence));
  }

  /** The entry that {@link #next} went to. */
  public Entry entry() {
    return format.entry(last.bytes(), "line %d of %s".formatted(sequence + 1, path));
  }

  /** The last line that stands: of the entry that {@link #next} went to, or the header. */
  public Line last() {
    return last;
  }

  /** How many entries stand so far. */
  public long sequence() {
    return sequence;
  }

  /** The format of the file. */
  public LineFormat format() {
    return format;
  }

  /** What {@link #next} met; empty when the file ends with an entry. */
  Optional<Damage> damage() {
    return Optional.ofNullable(damage);
  }

  /**
   * The same, where a crash explains it.
   *
   * @throws JournalException for other damage
   */
  public Optional<Damage> torn() {
    if (damage != null && !damage.torn()) {
      throw damage.error();
    }
    return damage();
  }

  /** Whether a line from the damaged one on says that more was on the disk than stands. */
  boolean laterCalledDurable() throws IOException {
    for (Line line = damaged; line != null; line = lines.next()) {
      if (format.sealed(line.bytes()) && format.durable(line.bytes()) > sequence) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
