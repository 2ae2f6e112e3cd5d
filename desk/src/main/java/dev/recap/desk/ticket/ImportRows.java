package dev.recap.desk.ticket;

import dev.recap.desk.ticket.ImportException.Problem;
import java.util.ArrayList;
import java.util.List;

/** The rows of an import so far, good and bad, up to what a queue can hold in memory. */
final class ImportRows {
  static final int MOST_ROWS = 100_000;
  static final long MOST_CHARACTERS = 64L << 20;

  private final ImportLines lines;
  private final List<ImportRow> good = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private long characters;

  ImportRows(ImportLines lines) {
    this.lines = lines;
  }

  void add(ImportRow row) {
    good.add(row);
    row.fields().values().forEach(value -> characters += value.length());
    if (characters > MOST_CHARACTERS) {
      throw lines.tooMuch("has more than %,d characters of text in its tickets", MOST_CHARACTERS);
    }
    count();
  }

  void refuse(int line, String reason) {
    problems.add(new Problem(line, reason));
    count();
  }

  private void count() {
    if (good.size() + problems.size() > MOST_ROWS) {
      throw lines.tooMuch("has more than %,d rows", MOST_ROWS);
    }
  }

  List<ImportRow> good() {
    return good;
  }

  List<Problem> problems() {
    return problems;
  }
}
