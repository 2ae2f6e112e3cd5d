package dev.recap.desk.ticket;

import java.util.List;
import java.util.stream.Collectors;

/** Tickets that cannot be imported, with every bad row and its reason. Nothing was imported. */
public final class ImportException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int PROBLEMS_SHOWN = 10;

  // Transient: an exception that is serialised keeps its message, which names the problems.
  private final transient List<Problem> problems;

  /**
   * One row that cannot be imported.
   *
   * @param line the line of the file on which the row begins, from 1
   */
  public record Problem(int line, String reason) {
    public Problem {
      if (line < 1) {
        throw new IllegalArgumentException("lines count from 1, but was " + line);
      }
    }

    @Override
    public String toString() {
      return "line " + line + ": " + reason;
    }
  }

  ImportException(String source, List<Problem> problems) {
    super(message(source, problems));
    this.problems = List.copyOf(problems);
  }

  ImportException(String source, String reason) {
    super("%s: %s; nothing was imported".formatted(source, reason));
    this.problems = List.of();
  }

  /** The bad rows in file order; empty when the file as a whole cannot be read. */
  public List<Problem> problems() {
    return problems;
  }

  private static String message(String source, List<Problem> problems) {
    String shown =
        problems.stream()
            .limit(PROBLEMS_SHOWN)
            .map(problem -> "\n  " + problem)
            .collect(Collectors.joining());
    int rest = problems.size() - PROBLEMS_SHOWN;
    return "%s: %d bad %s, nothing was imported%s%s"
        .formatted(
            source,
            problems.size(),
            problems.size() == 1 ? "row" : "rows",
            shown,
            rest > 0 ? "\n  and " + rest + " more" : "");
  }
}
