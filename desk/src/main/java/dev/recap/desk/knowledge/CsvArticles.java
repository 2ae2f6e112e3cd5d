package dev.recap.desk.knowledge;

import dev.recap.desk.ticket.FileRows;
import dev.recap.desk.ticket.FileRows.FileRow;
import dev.recap.desk.ticket.ImportException;
import dev.recap.desk.ticket.ImportFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Articles as rows under a header with the columns id, title and text, and if they are there
 * category and tags; other columns are passed over.
 */
final class CsvArticles {
  private static final List<String> NEEDED = List.of("id", "title", "text");

  private final String file;
  private final List<ArticleText> articles = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  private CsvArticles(String file) {
    this.file = file;
  }

  /** Reads them; a row that is refused is named with its line. */
  static ArticleFiles.Found read(String file, byte[] content) {
    var rows = new CsvArticles(file);
    try {
      FileRows.Pass pass = FileRows.read(ImportFile.of(file, content), rows::take);
      pass.unreadable().forEach(problem -> rows.refuse(problem.toString()));
      if (pass.broken() != null) {
        rows.refuse(pass.broken().toString());
      }
      if (rows.articles.isEmpty() && rows.refused.isEmpty()) {
        rows.refuse("it has no rows under its header, but at least one was expected");
      }
    } catch (ImportException unfit) {
      rows.refused.add(String.valueOf(unfit.getMessage()));
    }
    return new ArticleFiles.Found(rows.articles, rows.refused);
  }

  private boolean take(FileRow row) {
    if (row.fault() != null) {
      refuse("line %d: %s".formatted(row.line(), row.fault()));
      return true;
    }
    Map<String, String> cells = new HashMap<>();
    row.cells().forEach((name, cell) -> cells.putIfAbsent(name.toLowerCase(Locale.ROOT), cell));
    if (!cells.keySet().containsAll(NEEDED)) {
      refuse(
          "the header was %s, but the columns id, title and text were expected"
              .formatted(ArticleFiles.shown(String.join(", ", row.cells().keySet()))));
      return false;
    }
    try {
      articles.add(
          new ArticleText(
              ArticleText.idOf(cells.getOrDefault("id", "")),
              cells.getOrDefault("title", ""),
              cells.getOrDefault("category", ""),
              ArticleText.tagsOf(cells.getOrDefault("tags", "")),
              cells.getOrDefault("text", "")));
    } catch (IllegalArgumentException unfit) {
      refuse("line %d: %s".formatted(row.line(), unfit.getMessage()));
    }
    return articles.size() <= ArticleFiles.MOST_ARTICLES;
  }

  private void refuse(String why) {
    refused.add(file + ": " + why);
  }
}
