package dev.recap.desk.queue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.recap.desk.ticket.SafeCsv;
import dev.recap.desk.ticket.TicketStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what was decided about the tickets of a filter, in the order of arrival.
 *
 * <p>It reads some tickets, writes them, and reads on: however many there are, little memory is
 * used, and a slow receiver keeps nobody from working. Which tickets there are is settled at the
 * beginning, and each is told as it was when it was read. Streams stay the caller's, and are
 * flushed.
 */
public final class TicketExport {
  private static final List<String> COLUMNS =
      List.of("id", "category", "priority", "team", "draft", "evidence", "status", "decided_by");
  private static final int AT_ONCE = 1_000;

  private final TicketStore store;

  public TicketExport(TicketStore store) {
    this.store = store;
  }

  /**
   * Writes separated values that do nothing in a spreadsheet, see {@link SafeCsv}. Evidence is
   * {@code article@version}, with a semicolon between.
   *
   * @return how many tickets were written
   * @throws UncheckedIOException when the stream fails
   */
  public int csv(QueueFilter filter, char separator, OutputStream out) {
    var csv = new SafeCsv(out, separator);
    csv.row(COLUMNS);
    int count = each(filter, row -> csv.row(cells(row)));
    csv.flush();
    return count;
  }

  /**
   * Writes a JSON object a line, with the same names; what is not there is null, and evidence an
   * array of objects with {@code article} and {@code version}.
   *
   * @return how many tickets were written
   * @throws UncheckedIOException when the stream fails
   */
  public int jsonLines(QueueFilter filter, OutputStream out) {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setRootValueSeparator(null);
      return each(filter, row -> write(json, row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int each(QueueFilter filter, Consumer<ExportRow> writer) {
    List<Integer> numbers = store.besides(handle -> ExportRow.numbers(handle, filter));
    int count = 0;
    for (int from = 0; from < numbers.size(); from += AT_ONCE) {
      List<Integer> some = numbers.subList(from, Math.min(from + AT_ONCE, numbers.size()));
      List<ExportRow> rows = store.besides(handle -> ExportRow.read(handle, some));
      rows.forEach(writer);
      count += rows.size();
    }
    return count;
  }

  private static List<@Nullable String> cells(ExportRow row) {
    String evidence =
        row.evidence().stream().map(ExportRow.Read::toString).collect(Collectors.joining("; "));
    return Arrays.asList(
        row.id(),
        row.category(),
        row.priority(),
        row.team(),
        row.draft(),
        evidence,
        row.status(),
        row.decidedBy());
  }

  private static void write(JsonGenerator json, ExportRow row) {
    try {
      json.writeStartObject();
      json.writeStringField("id", row.id());
      json.writeStringField("category", row.category());
      json.writeStringField("priority", row.priority());
      json.writeStringField("team", row.team());
      json.writeStringField("draft", row.draft());
      json.writeArrayFieldStart("evidence");
      for (ExportRow.Read read : row.evidence()) {
        json.writeStartObject();
        json.writeStringField("article", read.article());
        json.writeNumberField("version", read.version());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringField("status", row.status());
      json.writeStringField("decided_by", row.decidedBy());
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
