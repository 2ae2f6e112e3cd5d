package dev.recap.web.api;

import dev.recap.desk.review.ByHand;
import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.web.Desk;
import dev.recap.web.route.Access;
import dev.recap.web.route.ApiDoc;
import dev.recap.web.route.JsonFields;
import dev.recap.web.route.Method;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Schema;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What customers write after their first letter, brought by programs. */
public final class MessageApi implements Section {
  private static final int MOST_TEXT = 20_000;
  private static final int MOST_AUTHOR = 320;
  private static final ApiDoc WRITE =
      ApiDoc.reading(
              "The customer wrote again: a draft does not know of it, and what was answered is open"
                  + " again",
              new ApiDoc.Answer(201, "application/json", "The ticket", ApiTicket.SCHEMA))
          .with(Idempotency.PARAMETER)
          .taking(
              Schema.object()
                  .mayHave("author", Schema.text(MOST_AUTHOR))
                  .has("text", Schema.text(MOST_TEXT))
                  .schema());

  private final Desk desk;
  private final Idempotency idempotency;

  public MessageApi(Desk desk) {
    this.desk = desk;
    this.idempotency = new Idempotency(desk.tickets(), desk.clock());
  }

  /**
   * What a program brings.
   *
   * @param author null for the ticket's customer
   */
  private record Wrote(@Nullable String author, String text) {
    static Wrote of(JsonFields fields) {
      fields.only(Set.of("author", "text"));
      return new Wrote(
          fields.optional("author", MOST_AUTHOR).map(String::strip).orElse(null),
          fields.text("text", MOST_TEXT).strip());
    }

    String by(Customer customer) {
      return Optional.ofNullable(author)
          .or(() -> Optional.ofNullable(customer.email()))
          .or(() -> Optional.ofNullable(customer.name()))
          .orElse("customer");
    }
  }

  @Override
  public void addTo(Routes routes) {
    routes.api(Method.POST, "/api/tickets/{id}/messages", Access.REVIEWER, WRITE, this::write);
  }

  private void write(Visit visit) {
    var wrote = Wrote.of(visit.json());
    String id = visit.path("id");
    Idempotency.Answer answer =
        idempotency.once(
            visit,
            handle -> {
              String author = wrote.by(ticket(handle, id).asked().customer());
              ByHand.customerWrote(handle, id, author, wrote.text(), desk.clock().instant());
              return new Idempotency.Answer(201, ApiTicket.of(ticket(handle, id)));
            });
    answer.tell(visit);
    if (answer.isNew()) {
      desk.events().publish("queue", "{}");
    }
  }

  private static Ticket ticket(Handle handle, String id) {
    return TicketStore.find(handle, id).orElseThrow(() -> ApiTicket.unknown(id));
  }
}
