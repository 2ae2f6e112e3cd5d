package dev.recap.web.api;

import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as programs see it.
 *
 * @param id the name that it came with
 * @param createdAt when it was written, as ISO 8601
 * @param reason why a person is needed
 * @param revision one more with everything that a draft may not know of
 */
record ApiTicket(
    String id,
    int number,
    String status,
    String subject,
    String description,
    String createdAt,
    Customer customer,
    Handled handling,
    @Nullable String owner,
    @Nullable String reason,
    int revision) {

  /** Who wrote. */
  record Customer(int number, @Nullable String name, @Nullable String email) {}

  /** What was decided so far. */
  record Handled(
      @Nullable String category,
      @Nullable String priority,
      @Nullable String team,
      @Nullable String draft) {}

  static final List<String> STATUSES =
      Arrays.stream(TicketStatus.values()).map(TicketStatus::label).toList();

  static final Map<String, Object> SCHEMA =
      Schema.object()
          .has("id", Schema.text())
          .has("number", Schema.number())
          .has("status", Schema.oneOf(STATUSES))
          .has("subject", Schema.text())
          .has("description", Schema.text())
          .has("createdAt", Schema.time())
          .has(
              "customer",
              Schema.object()
                  .has("number", Schema.number())
                  .has("name", Schema.orNull(Schema.text()))
                  .has("email", Schema.orNull(Schema.text()))
                  .schema())
          .has(
              "handling",
              Schema.object()
                  .has("category", Schema.orNull(Schema.text()))
                  .has("priority", Schema.orNull(Schema.text()))
                  .has("team", Schema.orNull(Schema.text()))
                  .has("draft", Schema.orNull(Schema.text()))
                  .schema())
          .has("owner", Schema.orNull(Schema.text()))
          .has("reason", Schema.orNull(Schema.text()))
          .has("revision", Schema.number())
          .schema();

  /** Of a name that no ticket has. */
  static Refusal unknown(String id) {
    return Refusal.ofField(404, "id", "id is '%s', but there is no such ticket".formatted(id));
  }

  static ApiTicket of(Ticket ticket) {
    dev.recap.desk.ticket.Customer customer = ticket.asked().customer();
    return new ApiTicket(
        ticket.id(),
        ticket.number(),
        ticket.status().label(),
        ticket.asked().subject(),
        ticket.asked().description(),
        ticket.asked().createdAt().toString(),
        new Customer(customer.number(), customer.name(), customer.email()),
        new Handled(
            ticket.handling().category(),
            ticket.handling().priority(),
            ticket.handling().team(),
            ticket.handling().draft()),
        ticket.care().owner(),
        ticket.care().reason(),
        ticket.care().revision());
  }
}
