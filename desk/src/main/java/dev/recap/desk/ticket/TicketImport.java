package dev.recap.desk.ticket;

import dev.recap.desk.ticket.ImportException.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads tickets from a file: JSON lines ({@code .jsonl}, {@code .ndjson}) or CSV with a header
 * ({@code .csv}), UTF-8, with LF or CRLF, with or without a byte order mark. For a file with other
 * columns there is {@link MappedImport}.
 *
 * <p>Only {@code description} (or {@code body}) is required. {@code id} becomes the external id,
 * and each has its own; an empty {@code subject} becomes the description's first 60 characters;
 * {@code customer_name}, {@code customer_email} and {@code customer} (a number) are optional; other
 * columns are ignored. Rows without a customer number share one when they share an e-mail address,
 * and get a number of their own otherwise.
 *
 * <p>A file is read row by row, and only as far as the limits go: 256 MiB, 2,000,000 lines, 100,000
 * rows, 1 MiB for a row, 1,000 columns.
 *
 * <p>One bad row and there are no tickets, but an {@link ImportException} that names every bad row.
 */
public final class TicketImport {
  private final Instant createdAt;
  private final int firstCustomerNumber;

  /**
   * An import for an empty store.
   *
   * @param createdAt when the tickets came in
   */
  public TicketImport(Instant createdAt) {
    this(createdAt, 1);
  }

  /**
   * An import that numbers customers from {@link TicketStore#nextCustomerNumber()}, so that nobody
   * gets the number of somebody who is there already.
   */
  public TicketImport(Instant createdAt, int firstCustomerNumber) {
    if (firstCustomerNumber < 1) {
      throw new IllegalArgumentException(
          "customer numbers count from 1, but was " + firstCustomerNumber);
    }
    this.createdAt = createdAt;
    this.firstCustomerNumber = firstCustomerNumber;
  }

  /**
   * The tickets of a file, in its order.
   *
   * @throws ImportException when the file cannot be read or a row is bad
   */
  public List<NewTicket> read(Path file) {
    String name = String.valueOf(file.getFileName());
    Format format = Format.of(file, name);
    try (InputStream in = Files.newInputStream(file)) {
      return read(name, in, format);
    } catch (IOException e) {
      throw new ImportException(name, "cannot be read (" + e + ")");
    }
  }

  /** The tickets of a JSON lines text; the name stands in error messages. */
  public List<NewTicket> readJsonLines(String name, byte[] content) {
    return read(name, content, Format.JSON_LINES);
  }

  /** The tickets of a CSV text; the name stands in error messages. */
  public List<NewTicket> readCsv(String name, byte[] content) {
    return read(name, content, Format.CSV);
  }

  private List<NewTicket> read(String name, byte[] content, Format format) {
    try {
      return read(name, new ByteArrayInputStream(content), format);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
  }

  private List<NewTicket> read(String name, InputStream in, Format format) throws IOException {
    var lines = new ImportLines(name, in);
    var rows = new ImportRows(lines);
    switch (format) {
      case JSON_LINES -> JsonLinesFile.read(lines, rows);
      case CSV -> CsvFile.read(new RowReader(lines), ',', new StrictCsv(rows));
    }
    if (!lines.problems().isEmpty()) {
      // A line that is not UTF-8 stood empty, and that looks like other faults after it.
      throw new ImportException(name, lines.problems());
    }
    List<Problem> problems = rows.problems();
    List<NewTicket> tickets = tickets(rows.good(), problems);
    if (!problems.isEmpty()) {
      problems.sort((a, b) -> Integer.compare(a.line(), b.line()));
      throw new ImportException(name, problems);
    }
    if (tickets.isEmpty()) {
      throw new ImportException(name, "has no tickets");
    }
    return tickets;
  }

  private List<NewTicket> tickets(List<ImportRow> rows, List<Problem> problems) {
    var numbers = new CustomerNumbers(rows, CustomerNumbers.Known.none(firstCustomerNumber));
    var ids = new ImportIds();
    List<NewTicket> tickets = new ArrayList<>();
    for (ImportRow row : rows) {
      try {
        tickets.add(
            new NewTicket(
                new Customer(
                    numbers.of(row),
                    row.customerName().orElse(null),
                    row.customerEmail().orElse(null)),
                row.subject(),
                row.description(),
                createdAt,
                ids.once(row).orElse(null)));
      } catch (IllegalArgumentException bad) {
        problems.add(new Problem(row.line(), String.valueOf(bad.getMessage())));
      }
    }
    return List.copyOf(tickets);
  }

  private enum Format {
    JSON_LINES,
    CSV;

    static Format of(Path file, String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson")) {
        return JSON_LINES;
      }
      if (lower.endsWith(".csv")) {
        return CSV;
      }
      throw new ImportException(
          file.toString(), "the name must end in .jsonl, .ndjson or .csv to tell the format");
    }
  }
}
