package dev.recap.lab.crashes;

import dev.recap.journal.file.Disk;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A disk on which everything can fail, and the process die, when its {@link Fate} says so. What is
 * written can be read at once, as from a page cache; a power failure leaves what was synced.
 */
final class DyingDisk extends Disk {
  private static final int SOME_BYTES = 12;

  private final Fate fate;

  /** How much of each file is on the disk for sure. */
  private final Map<Path, Long> synced = new HashMap<>();

  /** New names that a power failure takes back. */
  private final Map<Path, Path> moved = new HashMap<>();

  private Life life = new Life(0);

  DyingDisk(Fate fate) {
    this.fate = fate;
  }

  /** From here on this life uses it. */
  void of(Life now) {
    life = now;
  }

  @Override
  public OpenFile open(Path path) throws IOException {
    life.check();
    synced.putIfAbsent(path, path.toFile().length());
    return new DyingFile(path);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    act(
        "move",
        () -> {
          super.move(from, to);
          synced.put(to, synced.getOrDefault(from, 0L));
          moved.put(to, from);
        });
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    act("sync of a folder", moved::clear);
  }

  /** Something that can be done before, after, or not at all. */
  private interface Act {
    void run() throws IOException;
  }

  private void act(String what, Act act) throws IOException {
    life.check();
    Optional<Blow> blow = fate.atOpeningAct();
    if (blow.isEmpty()) {
      act.run();
      return;
    }
    switch (blow.get()) {
      case OPENING_DIES_BEFORE -> throw life.die("before the " + what);
      case OPENING_DIES_AFTER -> {
        act.run();
        throw life.die("after the " + what);
      }
      case OPENING_DIES_UNSYNCED -> {
        act.run();
        losePower();
        throw life.die("after the " + what + ", without power");
      }
      default -> throw new IOException("no luck: " + what);
    }
  }

  /** Of all that was not synced nothing stands. */
  private void losePower() throws IOException {
    for (Map.Entry<Path, Path> name : moved.entrySet()) {
      Files.move(name.getKey(), name.getValue());
      synced.remove(name.getKey());
    }
    moved.clear();
    for (Map.Entry<Path, Long> file : synced.entrySet()) {
      if (file.getKey().toFile().length() > file.getValue()) {
        try (var cut = new RandomAccessFile(file.getKey().toFile(), "rw")) {
          cut.setLength(file.getValue());
        }
      }
    }
  }

  private final class DyingFile extends OpenFile {
    private final Path path;

    /** What breaks between a write and its sync. */
    private @Nullable Blow unsynced;

    DyingFile(Path path) throws IOException {
      super(path);
      this.path = path;
    }

    @Override
    public void write(long offset, byte[] bytes) throws IOException {
      Optional<Blow> blow = fate.pending();
      if (blow.isEmpty()) {
        act("write", () -> super.write(offset, bytes));
        return;
      }
      life.check();
      int stand = standing(blow.get(), bytes);
      super.write(offset, Arrays.copyOf(bytes, stand));
      switch (blow.get()) {
        case DIES_AFTER_SYNC, SYNC_FAILS -> unsynced = blow.get();
        case DIES_UNSYNCED_AND_LOST -> {
          losePower();
          throw dies("after a write that is lost");
        }
        case WRITE_FAILS, DISK_IS_FULL -> {
          fate.strike();
          throw new IOException("No space left on device");
        }
        default -> throw dies("with %d of %d bytes written".formatted(stand, bytes.length));
      }
    }

    private int standing(Blow blow, byte[] bytes) {
      return switch (blow) {
        case DIES_BEFORE_WRITE, WRITE_FAILS -> 0;
        case DIES_AFTER_SOME_BYTES, DISK_IS_FULL -> SOME_BYTES;
        case DIES_IN_LAST_LINE -> (lastLine(bytes) + bytes.length) / 2;
        case DIES_BEFORE_LAST_BYTE -> bytes.length - 1;
        default -> bytes.length;
      };
    }

    private int lastLine(byte[] bytes) {
      int at = bytes.length - 1;
      while (at > 0 && bytes[at - 1] != '\n') {
        at--;
      }
      return at;
    }

    private Death dies(String where) {
      fate.strike();
      return life.die(where);
    }

    @Override
    public void setLength(long length) throws IOException {
      act(
          "cut",
          () -> {
            super.setLength(length);
            synced.put(path, Math.min(length, synced.getOrDefault(path, 0L)));
          });
    }

    /** Not to the machine's own disk: it keeps its power. */
    @Override
    public void sync() throws IOException {
      if (unsynced == Blow.SYNC_FAILS) {
        unsynced = null;
        fate.strike();
        throw new IOException("Input/output error");
      }
      act("sync", () -> synced.put(path, path.toFile().length()));
      if (unsynced != null) {
        throw dies("after a sync");
      }
    }
  }
}
