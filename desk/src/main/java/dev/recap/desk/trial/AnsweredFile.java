package dev.recap.desk.trial;

import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.NewTicket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Answered tickets in a CSV file with a header. */
public final class AnsweredFile {
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "subject",
          "description",
          "customer_name",
          "customer_email",
          "category",
          "priority",
          "team",
          "reply");

  private final Map<String, String> columns;
  private final Instant now;

  /**
   * A reader.
   *
   * @param mapped columns by field, for fields whose column has another name
   * @param now when tickets came in
   */
  public AnsweredFile(Map<String, String> mapped, Instant now) {
    for (String field : mapped.keySet()) {
      if (!FIELDS.contains(field)) {
        throw new IllegalArgumentException(
            "map has the field '%s', but must be one of %s".formatted(field, FIELDS));
      }
    }
    this.columns = Map.copyOf(mapped);
    this.now = now;
  }

  /** All rows, in order. */
  public List<Answered> read(Path file) {
    try (CSVParser parser =
        CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180.builder().get())) {
      List<Answered> all = new ArrayList<>();
      Map<String, Integer> header = new HashMap<>();
      for (CSVRecord record : parser) {
        if (header.isEmpty()) {
          for (int i = 0; i < record.size(); i++) {
            header.put(record.get(i).strip().toLowerCase(Locale.ROOT), i);
          }
        } else {
          all.add(answered(record, header, all.size() + 1));
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answered answered(CSVRecord record, Map<String, Integer> header, int number) {
    Row row = field -> text(record, header, field);
    var customer = new Customer(number, row.get("customer_name"), row.get("customer_email"));
    return new Answered(
        new NewTicket(
            customer,
            Optional.ofNullable(row.get("subject")).orElse(""),
            Optional.ofNullable(row.get("description"))
                .or(() -> Optional.ofNullable(row.get("body")))
                .orElse(""),
            now,
            row.get("id")),
        new Decisions(row.get("category"), row.get("priority"), row.get("team"), row.get("reply")));
  }

  private interface Row {
    @Nullable String get(String field);
  }

  private @Nullable String text(CSVRecord record, Map<String, Integer> header, String field) {
    Integer at = header.get(columns.getOrDefault(field, field).toLowerCase(Locale.ROOT));
    String text = at == null || at >= record.size() ? "" : record.get(at);
    return text.isBlank() ? null : text;
  }
}
