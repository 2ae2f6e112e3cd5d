package dev.recap.desk.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.desk.ticket.FileRows.FileRow;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows as JSON objects whose keys are the columns; what stands within an object within the row is
 * called {@code outer.inner}.
 */
final class JsonColumns {
  private static final int DEEPEST = 4;
  private static final String WHOLE_LINE = "line";

  private final ImportLines lines;
  private final Set<String> names = new LinkedHashSet<>();

  JsonColumns(ImportLines lines) {
    this.lines = lines;
  }

  /** The keys so far. */
  List<String> names() {
    return List.copyOf(names);
  }

  /** The row on a line; the text of the line is its only cell where it is no object. */
  FileRow row(int line, String text) {
    try {
      Map<String, String> cells = new LinkedHashMap<>();
      add("", JsonLinesFile.object(text), 1, cells);
      names.addAll(cells.keySet());
      if (names.size() > CsvFile.MOST_COLUMNS) {
        throw lines.tooMuch("has more than %,d columns".formatted(CsvFile.MOST_COLUMNS));
      }
      return new FileRow(line, cells, null);
    } catch (IllegalArgumentException bad) {
      return new FileRow(line, Map.of(WHOLE_LINE, text), String.valueOf(bad.getMessage()));
    }
  }

  private static void add(String path, JsonNode object, int depth, Map<String, String> cells) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = path + field.getKey();
      JsonNode value = field.getValue();
      if (value.isObject() && depth < DEEPEST) {
        add(name + ".", value, depth + 1, cells);
      } else if (value.isContainerNode()) {
        cells.put(name, value.toString());
      } else if (!value.isNull()) {
        cells.put(name, value.asText());
      }
    }
  }
}
