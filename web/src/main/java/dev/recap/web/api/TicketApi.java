package dev.recap.web.api;

import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketLists;
import dev.recap.desk.ticket.TicketStatus;
import dev.recap.web.Desk;
import dev.recap.web.route.Access;
import dev.recap.web.route.ApiDoc;
import dev.recap.web.route.JsonFields;
import dev.recap.web.route.Method;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Schema;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Tickets for programs: one, a page of them, and a new one. */
public final class TicketApi implements Section {
  private static final int PAGE_TICKETS = 50;
  private static final int MOST_PAGES = 1_000_000;
  private static final int MOST_DESCRIPTION = 20_000;
  private static final int MOST_SUBJECT = 500;
  private static final int MOST_SHORT_TEXT = 320;

  private static final ApiDoc ONE =
      ApiDoc.reading("One ticket", ApiDoc.Answer.json("The ticket", ApiTicket.SCHEMA));
  private static final ApiDoc SOME =
      ApiDoc.reading(
              "Tickets in the order in which they came, 50 a page",
              ApiDoc.Answer.json(
                  "A page of tickets",
                  Schema.object()
                      .has("tickets", Schema.listOf(ApiTicket.SCHEMA))
                      .has("page", Schema.number())
                      .has("next", Schema.orNull(Schema.number()))
                      .schema()))
          .with(
              new ApiDoc.Parameter(
                  "status",
                  "query",
                  false,
                  "Only those that have come so far",
                  Schema.oneOf(ApiTicket.STATUSES)))
          .with(new ApiDoc.Parameter("page", "query", false, "From 1, the first", Schema.number()));
  private static final ApiDoc CREATE =
      ApiDoc.reading(
              "A new ticket at the end of the queue",
              new ApiDoc.Answer(201, "application/json", "The ticket", ApiTicket.SCHEMA))
          .with(Idempotency.PARAMETER)
          .taking(
              Schema.object()
                  .mayHave("id", Schema.text(MOST_SHORT_TEXT))
                  .mayHave("subject", Schema.text(MOST_SUBJECT))
                  .has("description", Schema.text(MOST_DESCRIPTION))
                  .mayHave("createdAt", Schema.time())
                  .mayHave(
                      "customer",
                      Schema.object()
                          .mayHave("name", Schema.text(MOST_SHORT_TEXT))
                          .mayHave("email", Schema.text(MOST_SHORT_TEXT))
                          .schema())
                  .schema());

  private final Desk desk;

  public TicketApi(Desk desk) {
    this.desk = desk;
  }

  /**
   * A page of tickets.
   *
   * @param next the number of the page behind it; null for the last one
   */
  record TicketPage(List<ApiTicket> tickets, int page, @Nullable Integer next) {}

  @Override
  public void addTo(Routes routes) {
    routes
        .api(Method.GET, "/api/tickets/{id}", Access.READER, ONE, this::one)
        .api(Method.GET, "/api/tickets", Access.READER, SOME, this::some)
        .api(Method.POST, "/api/tickets", Access.REVIEWER, CREATE, this::create);
  }

  private void one(Visit visit) {
    String id = visit.path("id");
    Ticket ticket = desk.tickets().ticket(id).orElseThrow(() -> ApiTicket.unknown(id));
    visit.json(200, ApiTicket.of(ticket));
  }

  private void some(Visit visit) {
    Optional<TicketStatus> status = visit.query().as("status", TicketStatus::of);
    int page = visit.query().number("page", 1, 1, MOST_PAGES);
    long before = (page - 1L) * PAGE_TICKETS;
    List<ApiTicket> found =
        desk
            .tickets()
            .besides(
                handle -> TicketLists.page(handle, status.orElse(null), before, PAGE_TICKETS + 1))
            .stream()
            .map(ApiTicket::of)
            .toList();
    boolean more = found.size() > PAGE_TICKETS;
    visit.json(
        200,
        new TicketPage(
            more ? found.subList(0, PAGE_TICKETS) : found, page, more ? page + 1 : null));
  }

  private void create(Visit visit) {
    Asked asked = asked(visit.json());
    var idempotency = new Idempotency(desk.tickets(), desk.clock());
    Idempotency.Answer answer =
        idempotency.once(
            visit,
            handle -> {
              Ticket ticket = added(handle, asked);
              return new Idempotency.Answer(201, ApiTicket.of(ticket));
            });
    answer.tell(visit);
    if (answer.isNew()) {
      desk.events().publish("queue", "{}");
    }
  }

  private Ticket added(Handle handle, Asked asked) {
    int customer = customerNumber(handle, asked.email());
    try {
      return TicketLists.add(
          handle,
          new NewTicket(
              new Customer(customer, asked.name(), asked.email()),
              asked.subject(),
              asked.description(),
              asked.fields().time("createdAt").orElseGet(desk.clock()::instant),
              asked.id()));
    } catch (IllegalArgumentException e) {
      throw Refusal.ofField(409, "id", String.valueOf(e.getMessage()));
    }
  }

  /** Who wrote before from this address, or somebody new. */
  private static int customerNumber(Handle handle, @Nullable String email) {
    return Optional.ofNullable(email)
        .flatMap(address ->
            handle
                .createQuery(
                    """
                    select customer_number from ticket
                    where lower(customer_email) = lower(:email) order by number limit 1\
                    """)
                .bind("email", address)
                .mapTo(Integer.class)
                .findOne())
        .orElseGet(() ->
            handle
                .createQuery("select coalesce(max(customer_number), 0) + 1 from ticket")
                .mapTo(Integer.class)
                .one());
  }

  /** What a program says of a new ticket, looked at. */
  private record Asked(
      JsonFields fields,
      @Nullable String id,
      String subject,
      String description,
      @Nullable String name,
      @Nullable String email) {}

  private static Asked asked(JsonFields fields) {
    fields.only(Set.of("id", "subject", "description", "createdAt", "customer"));
    fields.time("createdAt");
    JsonFields customer = fields.object("customer").only(Set.of("name", "email"));
    return new Asked(
        fields,
        fields.optional("id", MOST_SHORT_TEXT).map(String::strip).orElse(null),
        fields.optional("subject", MOST_SUBJECT).map(String::strip).orElse(""),
        fields.text("description", MOST_DESCRIPTION).strip(),
        customer.optional("name", MOST_SHORT_TEXT).map(String::strip).orElse(null),
        customer.optional("email", MOST_SHORT_TEXT).map(String::strip).orElse(null));
  }
}
