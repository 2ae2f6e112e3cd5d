package dev.recap.desk.ticket;

import dev.recap.desk.ticket.ColumnMapping.Field;
import dev.recap.desk.ticket.FileRows.FileRow;
import dev.recap.desk.ticket.ImportException.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of a file as tickets have them, before their customers are numbered. */
final class MappedRows {
  private static final Pattern NAME_AND_ADDRESS =
      Pattern.compile("([^<>]*)<([^<>\\s]+@[^<>\\s]+)>");

  private static final int LONGEST_ADDRESS = 1_000;

  private final List<ImportRow> good;
  private final List<Problem> bad;
  private final String descriptions;
  private final boolean complete;
  private final DateColumn dates;
  private final Instant now;

  private MappedRows(Sorted rows, boolean complete, DateColumn dates, Instant now) {
    this.good = rows.good;
    this.bad = rows.bad;
    this.descriptions = Objects.requireNonNull(rows.mapping.column(Field.DESCRIPTION));
    this.complete = complete;
    this.dates = dates;
    this.now = now;
  }

  /** The rows of a file, good and bad. */
  static MappedRows read(ImportFile file, ColumnMapping mapping, Instant now) {
    if (mapping.column(Field.DESCRIPTION) == null) {
      throw new IllegalArgumentException(
          "the mapping has no column for the description, but one was expected");
    }
    var rows = new Sorted(file.name(), mapping);
    FileRows.Pass pass = FileRows.read(file, rows::take);
    if (pass.separator() != null) {
      refuseUnknownColumns(file, mapping, pass.columns());
    }
    rows.takeOut(pass.unreadable());
    if (pass.broken() != null) {
      rows.bad.add(pass.broken());
    }
    if (rows.good.isEmpty() && rows.bad.isEmpty()) {
      throw new ImportException(file.name(), "has no tickets");
    }
    List<String> created =
        rows.good.stream()
            .map(row -> row.fields().get(Field.CREATED.label()))
            .filter(Objects::nonNull)
            .map(String::strip)
            .toList();
    var dates = new DateColumn(mapping.dates(), created, now);
    return new MappedRows(rows, pass.broken() == null, dates, now);
  }

  private static void refuseUnknownColumns(
      ImportFile file, ColumnMapping mapping, List<String> columns) {
    mapping
        .columns()
        .forEach((field, column) -> {
          if (!columns.contains(column)) {
            throw new ImportException(
                file.name(),
                "%s was to come from the column '%s', but there are only %s"
                    .formatted(field.label(), column, columns));
          }
        });
  }

  /** The same rows with customers beside those whom a desk has already. */
  ImportedRows numbered(CustomerNumbers.Known known) {
    var numbers = new CustomerNumbers(good, known);
    var ids = new ImportIds();
    List<ImportedRow> tickets = new ArrayList<>();
    List<Problem> problems = new ArrayList<>(bad);
    for (ImportRow row : good) {
      try {
        tickets.add(ticket(row, numbers, ids));
      } catch (IllegalArgumentException e) {
        problems.add(new Problem(row.line(), String.valueOf(e.getMessage())));
      }
    }
    problems.sort(Comparator.comparingInt(Problem::line));
    return new ImportedRows(tickets, problems, complete);
  }

  private ImportedRow ticket(ImportRow row, CustomerNumbers numbers, ImportIds ids) {
    Decided human = row.decided();
    Instant created = row.created().map(dates::read).orElse(now);
    String description = description(row);
    String subject = row.subject();
    var customer =
        new Customer(
            numbers.of(row), row.customerName().orElse(null), row.customerEmail().orElse(null));
    String id = ids.once(row).orElse(null);
    return new ImportedRow(new NewTicket(customer, subject, description, created, id), human);
  }

  private String description(ImportRow row) {
    if (row.fields().getOrDefault(Field.DESCRIPTION.label(), "").isBlank()) {
      throw new IllegalArgumentException(
          "the description is missing: there is nothing in the column '%s'"
              .formatted(descriptions));
    }
    return row.description();
  }

  /** Rows as they come, told apart by whether they can be tickets. */
  private static final class Sorted {
    private final List<ImportRow> good = new ArrayList<>();
    private final List<Problem> bad = new ArrayList<>();
    private final String file;
    private final ColumnMapping mapping;
    private long characters;

    Sorted(String file, ColumnMapping mapping) {
      this.file = file;
      this.mapping = mapping;
    }

    boolean take(FileRow row) {
      if (row.fault() != null) {
        bad.add(new Problem(row.line(), row.fault()));
      } else {
        add(new ImportRow(row.line(), fields(row.cells())));
      }
      if (good.size() + bad.size() > ImportRows.MOST_ROWS) {
        throw tooMuch("%,d rows".formatted(ImportRows.MOST_ROWS));
      }
      return true;
    }

    private void add(ImportRow row) {
      good.add(row);
      row.fields().values().forEach(value -> characters += value.length());
      if (characters > ImportRows.MOST_CHARACTERS) {
        throw tooMuch(
            "%,d characters of text in its tickets".formatted(ImportRows.MOST_CHARACTERS));
      }
    }

    private Map<String, String> fields(Map<String, String> cells) {
      Map<String, String> fields = new LinkedHashMap<>();
      mapping
          .columns()
          .forEach((field, column) -> {
            String cell = cells.get(column);
            if (cell != null) {
              fields.put(field.label(), cell);
            }
          });
      tellApart(fields);
      return fields;
    }

    /** An address may come with the name before it. */
    private static void tellApart(Map<String, String> fields) {
      String cell = Optional.ofNullable(fields.get(Field.CUSTOMER_EMAIL.label())).orElse("");
      Matcher both = NAME_AND_ADDRESS.matcher(cell.strip());
      if (cell.length() <= LONGEST_ADDRESS && both.matches()) {
        fields.put(Field.CUSTOMER_EMAIL.label(), both.group(2));
        String name = both.group(1).strip().replaceAll("^\"|\"$", "");
        fields.merge(
            Field.CUSTOMER_NAME.label(),
            name,
            (given, beside) -> given.isBlank() || given.equals(cell) ? beside : given);
      }
    }

    /** Takes out the rows that hold what could not be read. */
    void takeOut(List<Problem> lines) {
      var starts = new TreeSet<Integer>();
      if (!lines.isEmpty()) {
        good.forEach(row -> starts.add(row.line()));
        bad.forEach(row -> starts.add(row.line()));
      }
      Map<Integer, Problem> unreadable = new HashMap<>();
      for (Problem line : lines) {
        Integer start = starts.floor(line.line());
        if (start == null) {
          throw new ImportException(file, "line %d is %s".formatted(line.line(), line.reason()));
        }
        unreadable.putIfAbsent(
            start, new Problem(start, "line %d is %s".formatted(line.line(), line.reason())));
      }
      bad.forEach(row -> unreadable.remove(row.line()));
      good.removeIf(row -> unreadable.containsKey(row.line()));
      bad.addAll(unreadable.values());
    }

    private ImportException tooMuch(String what) {
      return new ImportException(file, "has more than " + what + ", the most that is read");
    }
  }
}
