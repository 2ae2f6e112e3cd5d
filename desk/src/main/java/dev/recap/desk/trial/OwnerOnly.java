package dev.recap.desk.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** Files and folders for their owner alone: what customers wrote stands in them. */
final class OwnerOnly {
  private OwnerOnly() {}

  private static FileAttribute<?>[] rights(Path where, String posix) {
    boolean has = where.getFileSystem().supportedFileAttributeViews().contains("posix");
    return has
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))
        }
        : new FileAttribute<?>[0];
  }

  /** Makes a folder; one that is there stays as it is. */
  static void folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, rights(folder, "rwx------"));
    }
  }

  /** Makes an empty file; one that is there stays as it is. */
  static void file(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file, rights(file, "rw-------"));
    }
  }

  /**
   * Makes a file with this text, all of it or nothing.
   *
   * @throws java.nio.file.FileAlreadyExistsException when it is there
   */
  static void create(Path file, String text) throws IOException {
    Path written = written(file, text);
    try {
      Files.move(written, file);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  /** Puts this text in the place of whatever a file had, all of it or nothing. */
  static void replace(Path file, String text) throws IOException {
    Files.move(
        written(file, text),
        file,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Takes a folder away with the files in it. */
  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static Path written(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path written =
        Files.createTempFile(
            folder, String.valueOf(file.getFileName()), ".part", rights(file, "rw-------"));
    // getBytes puts a mark in the place of half a surrogate pair, where a writer would throw.
    Files.write(
        written, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.TRUNCATE_EXISTING);
    return written;
  }
}
