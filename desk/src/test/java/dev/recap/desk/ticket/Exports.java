package dev.recap.desk.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.recap.desk.ticket.ImportException.Problem;
import java.time.Instant;
import java.util.List;

/** Files as other desks export them, and what is read of them at a time that stands still. */
final class Exports {
  static final Instant NOW = Instant.parse("2026-11-28T08:30:00Z");

  private Exports() {}

  static ImportFile csv(String... lines) {
    return ImportFile.of("in.csv", String.join("\n", lines).getBytes(UTF_8));
  }

  static ImportFile json(String... lines) {
    return ImportFile.of("in.jsonl", String.join("\n", lines).getBytes(UTF_8));
  }

  /** Reads a file by the mapping that is guessed. */
  static ImportedRows read(ImportFile file) {
    var tickets = new MappedImport(NOW);
    return tickets.read(file, tickets.preview(file).mapping());
  }

  static List<String> bad(ImportedRows rows) {
    return rows.bad().stream().map(Problem::toString).toList();
  }

  static List<String> descriptions(ImportedRows rows) {
    return rows.good().stream().map(row -> row.ticket().description()).toList();
  }
}
