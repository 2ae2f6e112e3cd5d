package dev.recap.web.queue;

import dev.recap.desk.queue.QueueFilter;
import dev.recap.desk.queue.QueueFilter.Column;
import dev.recap.desk.ticket.TicketStatus;
import dev.recap.web.route.Fields;
import dev.recap.web.route.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What an address of the queue asks for, field by field as it stands there.
 *
 * @param asked by the names of fields; none is blank
 */
public record QueueQuery(Map<String, String> asked) {
  private static final Column[] COLUMNS = {
    Column.OWNER, Column.CATEGORY, Column.PRIORITY, Column.TEAM
  };

  /** What stands in the fields of an address or of a form. */
  static QueueQuery of(Fields fields) {
    Map<String, String> asked = new LinkedHashMap<>();
    fields.optional("q").ifPresent(text -> asked.put("q", text));
    fields.optional("status").ifPresent(status -> asked.put("status", status));
    fields.optional("sort").ifPresent(sort -> asked.put("sort", sort));
    for (Column column : COLUMNS) {
      String name = name(column);
      fields.optional(name).ifPresent(value -> asked.put(name, value));
    }
    return new QueueQuery(asked);
  }

  private static String name(Column column) {
    return column.name().toLowerCase(Locale.ROOT);
  }

  /** What is asked in a field; empty for nothing. */
  public String value(String field) {
    return asked.getOrDefault(field, "");
  }

  QueueFilter filter() {
    QueueFilter filter = QueueFilter.ALL;
    try {
      if (asked.containsKey("status")) {
        filter = filter.status(TicketStatus.of(value("status")));
      }
      for (Column column : COLUMNS) {
        if (asked.containsKey(name(column))) {
          filter = filter.with(column, value(name(column)));
        }
      }
      return filter.text(value("q"));
    } catch (IllegalArgumentException unfit) {
      throw Refusal.of(400, String.valueOf(unfit.getMessage()));
    }
  }

  /** The address of the queue that asks for the same. */
  public String path() {
    return "/queue" + (asked.isEmpty() ? "" : "?" + parameters());
  }

  /** The same with one more parameter, or another value of one. */
  public String with(String field, String value) {
    Map<String, String> more = new LinkedHashMap<>(asked);
    more.put(field, value);
    return new QueueQuery(more).path();
  }

  String parameters() {
    var text = new StringBuilder();
    asked.forEach((field, value) ->
        text.append(text.isEmpty() ? "" : "&")
            .append(field)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return text.toString();
  }
}
