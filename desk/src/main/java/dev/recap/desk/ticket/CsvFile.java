package dev.recap.desk.ticket;

import dev.recap.desk.ticket.ImportException.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows as comma-separated values under a header, quoted as RFC 4180 has it. */
final class CsvFile {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().get();

  private final List<ImportRow> rows = new ArrayList<>();
  private final List<Problem> problems;
  private List<String> header = List.of();
  private boolean headerFits = true;

  private CsvFile(List<Problem> problems) {
    this.problems = problems;
  }

  static List<ImportRow> rows(List<String> lines, List<Problem> problems) {
    var file = new CsvFile(problems);
    file.read(String.join("\n", lines));
    return file.rows;
  }

  private void read(String text) {
    int line = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext()) {
        take(records.next(), line);
        if (!headerFits) {
          return;
        }
        line = (int) parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException | UncheckedIOException | IllegalStateException broken) {
      // What follows a broken quotation cannot be told apart from what is inside it.
      problems.add(new Problem(line, "broken CSV: " + reason(broken)));
    }
  }

  private static String reason(Exception broken) {
    Throwable cause = broken.getCause() == null ? broken : broken.getCause();
    return String.valueOf(cause.getMessage());
  }

  private void take(CSVRecord record, int line) {
    if (record.size() == 1 && record.get(0).isBlank()) {
      return;
    }
    if (header.isEmpty()) {
      header = header(record, line);
    } else if (record.size() != header.size()) {
      problems.add(
          new Problem(
              line,
              "has %d columns, but the header has %d".formatted(record.size(), header.size())));
    } else {
      Map<String, String> fields = new LinkedHashMap<>();
      for (int i = 0; i < header.size(); i++) {
        fields.put(header.get(i), record.get(i));
      }
      rows.add(new ImportRow(line, fields));
    }
  }

  private List<String> header(CSVRecord record, int line) {
    List<String> names =
        record.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    names.stream()
        .filter(name -> !name.isEmpty() && names.indexOf(name) != names.lastIndexOf(name))
        .distinct()
        .forEach(name -> refuseHeader(line, "the header names '" + name + "' twice"));
    if (!names.contains("description") && !names.contains("body")) {
      refuseHeader(
          line,
          "the header was %s, but a column 'description' or 'body' was expected"
              .formatted(ImportRow.shown(names.toString())));
    }
    return names;
  }

  private void refuseHeader(int line, String reason) {
    headerFits = false;
    problems.add(new Problem(line, reason));
  }
}
