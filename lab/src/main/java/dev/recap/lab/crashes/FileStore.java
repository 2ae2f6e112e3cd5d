package dev.recap.lab.crashes;

import dev.recap.journal.JsonLinesJournal;
import dev.recap.journal.file.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A journal in a file, on a disk that dies. */
final class FileStore implements CrashStore {
  /** The journal's own seam for disks that break: no user is to have one. */
  private static final MethodHandle OPEN = open();

  private final Path folder;
  private final DyingDisk dying;
  private final Disk disk;
  private int journals = 1;
  private @Nullable JsonLinesJournal held;

  FileStore(Path folder, Fate fate, Defect defect) {
    try {
      this.folder = Files.createDirectory(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    dying = new DyingDisk(fate);
    disk = defect.disk(dying);
  }

  private static MethodHandle open() {
    try {
      return MethodHandles.privateLookupIn(JsonLinesJournal.class, MethodHandles.lookup())
          .findStatic(
              JsonLinesJournal.class,
              "open",
              MethodType.methodType(
                  JsonLinesJournal.class, Path.class, Disk.class, Supplier.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @Override
  public Held open(Life life) {
    dying.of(life);
    Path path = folder.resolve("journal-%d.jsonl".formatted(journals));
    Supplier<String> ids = () -> "journal-" + journals;
    JsonLinesJournal journal = opened(path, ids);
    held = journal;
    return new Held(journal, journal::close);
  }

  private JsonLinesJournal opened(Path path, Supplier<String> ids) {
    try {
      return (JsonLinesJournal) OPEN.invokeExact(path, disk, ids);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("opening a journal threw what it does not declare", e);
    }
  }

  @Override
  public void buried(Life life) {
    if (held != null) {
      held.close();
    }
  }

  @Override
  public void over(Life life) {
    // A process that ends by itself closes its journal.
  }

  @Override
  public void leaseRunsOut() {
    throw new UnsupportedOperationException("a lock on a file does not run out");
  }

  @Override
  public void another() {
    journals++;
  }

  @Override
  public void close() {
    StoreHouse.delete(folder);
  }
}
