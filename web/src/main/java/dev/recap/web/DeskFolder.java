package dev.recap.web;

import dev.recap.desk.batch.Address;
import dev.recap.desk.ticket.PostgresPlace;
import dev.recap.desk.ticket.TicketStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Where a desk keeps its files: customers' letters among them, so that it is its owner's alone. Its
 * tables and the journals of its shifts are in SQLite files there, or in a PostgreSQL database
 * whose URL the folder remembers.
 */
public final class DeskFolder {
  private static final String TICKETS = "desk.db";
  private static final String JOURNALS = "journals.db";
  private static final String DATABASE = "database.url";
  private static final String ERASED = "erased";

  private final Path path;
  private final @Nullable String url;

  private DeskFolder(Path path, @Nullable String url) {
    this.path = path;
    this.url = url;
  }

  /**
   * The desk in a folder, which is made when it is missing.
   *
   * @throws IOException when the folder cannot be made or read
   */
  public static DeskFolder at(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      Files.createDirectories(path, forOwner(path, "rwx------"));
    }
    Path file = path.resolve(DATABASE);
    return new DeskFolder(path, Files.exists(file) ? Files.readString(file).strip() : null);
  }

  /**
   * The same desk with its tables in a database of PostgreSQL's, from now on; of one that it has
   * them in the options may be others.
   *
   * @throws IllegalArgumentException when it is no URL of one, or the desk has its tables somewhere
   *     else already
   * @throws IllegalStateException when the database cannot be used
   */
  public DeskFolder in(String database) throws IOException {
    if (database.equals(url)) {
      return this;
    }
    if (!PostgresPlace.is(database)) {
      throw PostgresPlace.refused("database", database);
    }
    if (url != null && !PostgresPlace.withoutOptions(database).equals(place())) {
      throw new IllegalArgumentException(
          "the desk in %s has its tables in %s and not in %s: another database needs a folder of its own"
              .formatted(path, place(), PostgresPlace.withoutOptions(database)));
    }
    if (Files.exists(path.resolve(TICKETS))) {
      throw new IllegalArgumentException(
          "the desk in %s has its tables there, in %s: a database needs a folder of its own"
              .formatted(path, TICKETS));
    }
    TicketStore.at(database, InstantSource.system()).close();
    remember(DATABASE, database);
    return new DeskFolder(path, database);
  }

  private void remember(String name, String text) throws IOException {
    Path written = Files.createTempFile(path, name, ".part", forOwner(path, "rw-------"));
    Files.writeString(written, text + "\n");
    Files.move(
        written,
        path.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Whether another server of the same tables has erased customers since the files here went for
   * one: then they have to go.
   */
  boolean isBehind(long lastErasure) {
    try {
      Path file = path.resolve(ERASED);
      long done = Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
      return url != null && done < lastErasure;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files here have gone for this erasure and all before. */
  void wentFor(long erasure) {
    try {
      remember(ERASED, String.valueOf(erasure));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The tickets of the desk.
   *
   * @throws IllegalStateException when the database cannot be used
   */
  public TicketStore tickets(InstantSource clock) {
    return TicketStore.at(url == null ? path.resolve(TICKETS).toString() : url, clock);
  }

  /** Where the journals of its shifts are. */
  Address journals() {
    return new Address(url == null ? path.resolve(JOURNALS).toString() : url);
  }

  Path path() {
    return path;
  }

  /** Where its tickets are, with no secret in it. */
  String place() {
    return url == null ? path.resolve(TICKETS).toString() : PostgresPlace.withoutOptions(url);
  }

  /** In words, with no secret in them. */
  @Override
  public String toString() {
    return url == null ? "folder " + path : "folder %s, database %s".formatted(path, place());
  }

  private static FileAttribute<?>[] forOwner(Path folder, String rights) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
