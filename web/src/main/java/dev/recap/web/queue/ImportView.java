package dev.recap.web.queue;

import dev.recap.desk.ticket.ColumnMapping;
import dev.recap.desk.ticket.ImportPreview;
import java.util.List;

/**
 * A file before it is taken in.
 *
 * @param token what it is kept under
 * @param name as the sender calls it
 */
public record ImportView(String token, String name, ImportPreview preview) {
  private static final int SHOWN = 20;

  /** What a ticket can have. */
  public ColumnMapping.Field[] fields() {
    return ColumnMapping.Field.values();
  }

  /** Whether a column is meant by a field. */
  public boolean isMapped(ColumnMapping.Field field, String column) {
    return column.equals(preview.mapping().column(field));
  }

  /** The first bad rows. */
  public List<String> bad() {
    return preview.rows().bad().stream()
        .limit(SHOWN)
        .map(problem -> "line %d: %s".formatted(problem.line(), problem.reason()))
        .toList();
  }
}
