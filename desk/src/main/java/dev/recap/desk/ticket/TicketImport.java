package dev.recap.desk.ticket;

import dev.recap.desk.ticket.ImportException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads tickets from a file: JSON lines ({@code .jsonl}, {@code .ndjson}) or CSV with a header
 * ({@code .csv}), UTF-8, with LF or CRLF, with or without a byte order mark.
 *
 * <p>Only {@code description} (or {@code body}) is required. {@code id} becomes the external id; an
 * empty {@code subject} becomes the description's first 60 characters; {@code customer_name},
 * {@code customer_email} and {@code customer} (a number) are optional; other columns are ignored.
 * Rows without a customer number share one when they share an e-mail address, and get a number of
 * their own otherwise.
 *
 * <p>One bad row and there are no tickets, but an {@link ImportException} that names every bad row.
 */
public final class TicketImport {
  private static final long MAX_FILE_BYTES = 256L * 1024 * 1024;

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
    byte[] content;
    try {
      long size = Files.size(file);
      if (size > MAX_FILE_BYTES) {
        throw new ImportException(
            name, "has %,d bytes, but at most %,d are read".formatted(size, MAX_FILE_BYTES));
      }
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ImportException(name, "cannot be read (" + e + ")");
    }
    return read(name, content, format);
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
    List<Problem> problems = new ArrayList<>();
    List<String> lines = ImportLines.of(content, problems);
    // A line that is not UTF-8 stands empty, and that would look like other faults after it.
    List<ImportRow> rows = problems.isEmpty() ? format.rows(lines, problems) : List.of();
    List<NewTicket> tickets = tickets(rows, problems);
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
    var numbers = new Numbers(rows, firstCustomerNumber);
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
                row.externalId().orElse(null)));
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

    List<ImportRow> rows(List<String> lines, List<Problem> problems) {
      return switch (this) {
        case JSON_LINES -> JsonLinesFile.rows(lines, problems);
        case CSV -> CsvFile.rows(lines, problems);
      };
    }
  }

  /** Customer numbers: the file's own, one for each e-mail address, and new ones. */
  private static final class Numbers {
    private final Set<Integer> taken = new HashSet<>();
    private final Map<String, Integer> byEmail = new HashMap<>();
    private int next;

    Numbers(List<ImportRow> rows, int first) {
      next = first;
      for (ImportRow row : rows) {
        Optional<Integer> number = stated(row);
        number.ifPresent(taken::add);
        number.ifPresent(given -> email(row).ifPresent(email -> byEmail.putIfAbsent(email, given)));
      }
    }

    int of(ImportRow row) {
      return row.customerNumber()
          .orElseGet(() ->
              email(row)
                  .map(email -> byEmail.computeIfAbsent(email, unknown -> free()))
                  .orElseGet(this::free));
    }

    private int free() {
      while (!taken.add(next)) {
        next++;
      }
      return next;
    }

    /** A bad number is nobody's; the row is reported when its ticket is made. */
    private static Optional<Integer> stated(ImportRow row) {
      try {
        return row.customerNumber();
      } catch (IllegalArgumentException reportedLater) {
        return Optional.empty();
      }
    }

    private static Optional<String> email(ImportRow row) {
      return Optional.ofNullable(row.fields().get("customer_email"))
          .map(email -> email.strip().toLowerCase(Locale.ROOT))
          .filter(email -> !email.isEmpty());
    }
  }
}
