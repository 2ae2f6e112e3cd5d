package dev.recap.web;

import dev.recap.desk.shift.Models;
import dev.recap.desk.ticket.TicketStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The databases of a desk that nobody has worked at; they are made once, for it takes long. */
final class EmptyDesk {
  private static final Map<String, byte[]> FILES = made();

  private EmptyDesk() {}

  /** Puts them into a folder that has none. */
  static void into(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
      Path place = folder.resolve(file.getKey());
      if (Files.notExists(place)) {
        Files.write(place, file.getValue());
      }
    }
  }

  private static Map<String, byte[]> made() {
    try {
      Path folder = Files.createTempDirectory("empty-desk");
      DeskFolder desk = DeskFolder.at(folder);
      try (TicketStore tickets = desk.tickets(InstantSource.system())) {
        DeskWork.open(desk, tickets, Models.NONE, topic -> {}, InstantSource.system()).close();
      }
      Map<String, byte[]> files = new TreeMap<>();
      for (String name : List.of("desk.db", "journals.db")) {
        Path file = folder.resolve(name);
        files.put(name, Files.readAllBytes(file));
        Files.delete(file);
      }
      Files.delete(folder);
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
