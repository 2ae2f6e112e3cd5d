package dev.recap.desk.ticket;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Takes rows under a header that names columns as tickets do, each once. */
final class StrictCsv implements CsvFile.Taker {
  private static final int LONGEST_NAME = 200;

  private final ImportRows rows;
  private List<String> header = List.of();
  private boolean headerFits = true;

  StrictCsv(ImportRows rows) {
    this.rows = rows;
  }

  @Override
  public boolean take(int line, List<String> cells) {
    if (header.isEmpty()) {
      header = header(cells, line);
    } else if (cells.size() != header.size()) {
      rows.refuse(
          line, "has %,d columns, but the header has %,d".formatted(cells.size(), header.size()));
    } else {
      Map<String, String> fields = new LinkedHashMap<>();
      for (int i = 0; i < header.size(); i++) {
        if (ImportRow.NAMES.contains(header.get(i))) {
          fields.put(header.get(i), cells.get(i));
        }
      }
      rows.add(new ImportRow(line, fields));
    }
    return headerFits;
  }

  @Override
  public void broken(int line, String reason) {
    rows.refuse(line, reason);
  }

  private List<String> header(List<String> cells, int line) {
    if (cells.size() > CsvFile.MOST_COLUMNS) {
      refuseHeader(
          line,
          "the header has %,d columns, but at most %,d were expected"
              .formatted(cells.size(), CsvFile.MOST_COLUMNS));
      return List.of();
    }
    List<String> names = cells.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    Set<String> once = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (String name : names) {
      if (name.length() > LONGEST_NAME) {
        refuseHeader(
            line,
            "the header has a name of %,d characters ('%s'), but at most %,d were expected"
                .formatted(name.length(), ImportRow.shown(name), LONGEST_NAME));
      } else if (!name.isEmpty() && !once.add(name) && twice.add(name)) {
        refuseHeader(line, "the header names '" + name + "' twice");
      }
    }
    if (!once.contains("description") && !once.contains("body")) {
      refuseHeader(
          line,
          "the header was %s, but a column 'description' or 'body' was expected"
              .formatted(ImportRow.shown(names.toString())));
    }
    return names;
  }

  private void refuseHeader(int line, String reason) {
    headerFits = false;
    rows.refuse(line, reason);
  }
}
