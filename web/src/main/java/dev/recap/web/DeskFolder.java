package dev.recap.web;

import dev.recap.desk.ticket.TicketStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;

/** Where a desk keeps its files: customers' letters among them, so that it is its owner's alone. */
public final class DeskFolder {
  private DeskFolder() {}

  /**
   * The tickets of the desk in a folder, which is made when it is missing.
   *
   * @throws IOException when the folder cannot be made
   * @throws IllegalStateException when the database cannot be used
   */
  public static TicketStore tickets(Path folder, InstantSource clock) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, forOwner(folder));
    }
    return TicketStore.open(folder.resolve("desk.db"), clock);
  }

  private static FileAttribute<?>[] forOwner(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
