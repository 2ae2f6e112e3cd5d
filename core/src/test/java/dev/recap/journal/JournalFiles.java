package dev.recap.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Short words for tests of journals in files. */
final class JournalFiles {
  private JournalFiles() {}

  /** Appends entries one by one, in a journal opened for it. */
  static void write(Path file, List<? extends Entry> entries) {
    try (var journal = JsonLinesJournal.open(file)) {
      entries.forEach(journal::append);
    }
  }

  /** What a reader without any right gets. */
  static List<Entry> read(Path file) {
    List<Entry> entries = new ArrayList<>();
    JsonLinesJournal.read(file, 0, entries::add);
    return entries;
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path put(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of what lies in a folder, in order. */
  static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a folder of files. */
  static void delete(Path folder) throws IOException {
    for (String name : names(folder)) {
      Files.delete(folder.resolve(name));
    }
    Files.delete(folder);
  }
}
