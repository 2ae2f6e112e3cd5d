package dev.recap.web;

import dev.recap.desk.batch.Address;
import dev.recap.desk.ticket.TicketStore;
import java.io.IOException;
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
   * The same desk with its tables in a database of PostgreSQL's, from now on.
   *
   * @throws IllegalArgumentException when it is no URL of one, or the desk has its tables in the
   *     folder already
   * @throws IllegalStateException when the database cannot be used
   */
  public DeskFolder in(String database) throws IOException {
    if (database.equals(url)) {
      return this;
    }
    if (!Address.isPostgresql(database)) {
      throw new IllegalArgumentException(
          "database was '%s', but jdbc:postgresql://HOST:PORT/DATABASE was expected"
              .formatted(withoutOptions(database)));
    }
    if (Files.exists(path.resolve(TICKETS))) {
      throw new IllegalArgumentException(
          "the desk in %s has its tables there, in %s: a database needs a folder of its own"
              .formatted(path, TICKETS));
    }
    TicketStore.at(database, InstantSource.system()).close();
    remember(database);
    return new DeskFolder(path, database);
  }

  private void remember(String database) throws IOException {
    Path written = Files.createTempFile(path, DATABASE, ".part", forOwner(path, "rw-------"));
    Files.writeString(written, database + "\n");
    Files.move(
        written,
        path.resolve(DATABASE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
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
    return url == null ? path.resolve(TICKETS).toString() : withoutOptions(url);
  }

  /** In words, with no secret in them. */
  @Override
  public String toString() {
    return url == null
        ? "folder " + path
        : "folder %s, database %s".formatted(path, withoutOptions(url));
  }

  /** The user and the password are among them. */
  private static String withoutOptions(String url) {
    int options = url.indexOf('?');
    return options < 0 ? url : url.substring(0, options);
  }

  private static FileAttribute<?>[] forOwner(Path folder, String rights) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
