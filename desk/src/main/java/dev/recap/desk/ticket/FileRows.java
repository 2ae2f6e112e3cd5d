package dev.recap.desk.ticket;

import dev.recap.desk.ticket.ImportException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Goes through the rows of a file, whatever its format, under the names of its columns. */
public final class FileRows {

  /**
   * A row as it stands in the file.
   *
   * @param line on which it begins, from 1
   * @param cells by the name of the column, in the order of the file
   * @param fault why it cannot be taken; null where it can
   */
  public record FileRow(int line, Map<String, String> cells, @Nullable String fault) {}

  /**
   * What a way through a file came to.
   *
   * @param separator between the values; null for JSON
   * @param columns those that were seen
   * @param unreadable lines that are not in the file's encoding
   * @param broken where nothing could be told apart any more; null when the file was read to its
   *     end, or as far as was wanted
   */
  public record Pass(
      @Nullable Character separator,
      List<String> columns,
      List<Problem> unreadable,
      @Nullable Problem broken) {}

  private FileRows() {}

  /**
   * Reads a file.
   *
   * @param wanted takes each row and says whether more are wanted
   * @throws ImportException when the file cannot be read at all, or is more than is read
   */
  public static Pass read(ImportFile file, Predicate<FileRow> wanted) {
    try (InputStream in = file.open()) {
      var lines = ImportLines.replacing(file.name(), in);
      return switch (file.format()) {
        case JSON_LINES -> json(lines, wanted);
        case CSV -> csv(lines, wanted);
      };
    } catch (CharacterCodingException e) {
      throw new ImportException(
          file.name(), "begins with the mark of UTF-16, but is something else further on");
    } catch (IOException e) {
      throw new ImportException(file.name(), "cannot be read (" + e + ")");
    }
  }

  private static Pass csv(ImportLines lines, Predicate<FileRow> wanted) throws IOException {
    var text = new RowReader(lines);
    String first = text.firstRow();
    char separator = Separator.of(first);
    var rows = new NamedCells(lines, Separator.isSaidBy(first), wanted);
    CsvFile.read(text, separator, rows);
    return new Pass(separator, rows.columns(), lines.problems(), rows.broken());
  }

  private static Pass json(ImportLines lines, Predicate<FileRow> wanted) throws IOException {
    var columns = new JsonColumns(lines);
    boolean more = true;
    for (String line = lines.next(); more && line != null; line = more ? lines.next() : null) {
      if (!line.isBlank()) {
        more = wanted.test(columns.row(lines.number(), line));
      }
    }
    return new Pass(null, columns.names(), lines.problems(), null);
  }
}
