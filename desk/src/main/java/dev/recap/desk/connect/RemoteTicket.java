package dev.recap.desk.connect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.desk.mail.CleanText;
import dev.recap.desk.mail.MailAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as Zammad lists it.
 *
 * @param id in its addresses
 * @param number as people call it
 * @param updatedAt as Zammad writes it
 * @param customer null where the list does not say
 */
record RemoteTicket(
    long id,
    String number,
    String title,
    Instant createdAt,
    String updatedAt,
    @Nullable Person customer) {
  private static final int MOST_TITLE = 500;
  private static final int MOST_NAME = 120;

  /**
   * @param email null for none that can be written to
   */
  record Person(@Nullable String name, @Nullable String email) {}

  RemoteTicket {
    Objects.requireNonNull(createdAt, "createdAt");
  }

  /**
   * The tickets of a search, in their order. Zammad answers with ids and what they stand for, or,
   * depending on its version, with the tickets themselves.
   *
   * @throws ZammadException naming the field that is wrong
   */
  static List<RemoteTicket> found(JsonNode answer) {
    List<RemoteTicket> tickets = new ArrayList<>();
    if (answer.isArray()) {
      answer.forEach(ticket -> tickets.add(of(ticket, null)));
      return tickets;
    }
    JsonNode ids = answer.has("tickets") ? answer.get("tickets") : answer.path("record_ids");
    if (!ids.isArray()) {
      throw new ZammadException(
          "answered a search without 'tickets'; a list of their ids was expected");
    }
    JsonNode assets = answer.path("assets");
    for (JsonNode id : ids) {
      JsonNode ticket = assets.path("Ticket").path(id.asText());
      if (!ticket.isObject()) {
        throw new ZammadException(
            "lists ticket %s, but assets.Ticket does not have it"
                .formatted(CleanText.line(id.asText(), 20)));
      }
      tickets.add(of(ticket, assets.path("User").path(ticket.path("customer_id").asText())));
    }
    return tickets;
  }

  private static RemoteTicket of(JsonNode ticket, @Nullable JsonNode user) {
    return new RemoteTicket(
        Fields.id(ticket, "id"),
        Fields.text(ticket, "number", 40),
        CleanText.line(ticket.path("title").asText(""), MOST_TITLE),
        Fields.time(ticket, "created_at"),
        Fields.text(ticket, "updated_at", 60),
        user == null || !user.isObject() ? null : person(user));
  }

  private static Person person(JsonNode user) {
    String name =
        CleanText.line(
            String.join(
                " ",
                Stream.of("firstname", "lastname")
                    .map(field -> user.path(field).asText(""))
                    .filter(part -> !part.isBlank() && !part.equals("null"))
                    .toList()),
            MOST_NAME);
    return new Person(
        name.isEmpty() ? null : name, MailAddress.read(user.path("email").asText("")).orElse(null));
  }

  /** What stands in the fields of an answer. */
  static final class Fields {
    private Fields() {}

    static long id(JsonNode object, String field) {
      JsonNode value = object.path(field);
      if (!value.canConvertToLong() || value.asLong() < 1) {
        throw wrong(field, value, "a number from 1");
      }
      return value.asLong();
    }

    static String text(JsonNode object, String field, int most) {
      JsonNode value = object.path(field);
      String text = value.isValueNode() ? CleanText.line(value.asText(), most + 1) : "";
      if (text.isEmpty() || value.isNull() || text.length() > most) {
        throw wrong(field, value, "up to %d characters".formatted(most));
      }
      return text;
    }

    static Instant time(JsonNode object, String field) {
      try {
        return Instant.parse(object.path(field).asText());
      } catch (DateTimeException e) {
        throw wrong(field, object.path(field), "a time such as 2026-11-24T12:00:00Z");
      }
    }

    private static ZammadException wrong(String field, JsonNode value, String expected) {
      return new ZammadException(
          "answered with %s '%s', but %s was expected"
              .formatted(field, CleanText.line(value.asText(), 40), expected));
    }
  }
}
