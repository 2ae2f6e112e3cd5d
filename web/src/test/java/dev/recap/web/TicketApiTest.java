package dev.recap.web;

import static dev.recap.web.Program.LAMP;
import static dev.recap.web.Program.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.web.people.Scope;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets that programs create and read. */
class TicketApiTest {
  @TempDir private Path folder;
  private ServedDesk desk;
  private Program writer;

  @BeforeEach
  void start() {
    desk = ServedDesk.withPeople(folder);
    writer = Program.of("reviewer", Scope.WRITE, desk);
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Nested
  class Reading {
    @Test
    void aTicketIsFoundByTheNameThatItCameWith() {
      writer.post(
          "/api/tickets",
          "1",
          """
          {"id":"Zendesk #4/711","subject":"Größe","description":"Zu klein.",
           "createdAt":"2026-11-01T10:00:00Z",
           "customer":{"name":"Jürgen","email":"j@example.org"}}\
          """);

      JsonNode ticket = writer.get("/api/tickets/Zendesk%20%234%2F711").json();

      assertThat(ticket.path("id").asText()).isEqualTo("Zendesk #4/711");
      assertThat(ticket.path("subject").asText()).isEqualTo("Größe");
      assertThat(ticket.path("createdAt").asText()).isEqualTo("2026-11-01T10:00:00Z");
      assertThat(ticket.path("customer").path("email").asText()).isEqualTo("j@example.org");
      assertThat(ticket.path("status").asText()).isEqualTo("new");
      assertThat(ticket.path("handling").path("category").isNull()).isTrue();
    }

    @Test
    void ticketsComeInPages() {
      for (int i = 1; i <= 51; i++) {
        desk.ticket("Anna", "Number " + i, "Dark.");
      }

      JsonNode first = writer.get("/api/tickets").json();
      JsonNode second = writer.get("/api/tickets?page=2&status=new").json();

      assertThat(first.path("tickets")).hasSize(50);
      assertThat(first.path("next").asInt()).isEqualTo(2);
      assertThat(second.path("tickets")).hasSize(1);
      assertThat(second.path("tickets").get(0).path("subject").asText()).isEqualTo("Number 51");
      assertThat(second.path("next").isNull()).isTrue();
      assertThat(writer.get("/api/tickets?status=closed").json().path("tickets")).isEmpty();
    }
  }

  @Nested
  class Creating {
    @Test
    void theSameRequestAgainIsAnsweredTheSameAndDoesNothing() {
      var first = writer.post("/api/tickets", "key-1", LAMP);
      var again = writer.post("/api/tickets", "key-1", LAMP);

      assertThat(first.status()).isEqualTo(201);
      assertThat(again.status()).isEqualTo(201);
      assertThat(again.answer().body()).isEqualTo(first.answer().body());
      assertThat(again.answer().headers().firstValue("idempotent-replayed")).hasValue("true");
      assertThat(desk.tickets()).isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
      writer.post("/api/tickets", "key-1", LAMP);

      var other = writer.post("/api/tickets", "key-1", "{\"description\":\"Another.\"}");

      assertProblem(other, 409, "key-1", "another request");
      assertThat(desk.tickets()).isEqualTo(1);
    }

    @Test
    void keysArePersonal() {
      writer.post("/api/tickets", "key-1", LAMP);
      var lead = Program.of("lead", Scope.WRITE, desk).post("/api/tickets", "key-1", LAMP);

      assertThat(lead.status()).isEqualTo(201);
      assertThat(desk.tickets()).isEqualTo(2);
    }

    @Test
    void aKeyOutlivesTheServer() {
      var first = writer.post("/api/tickets", "key-1", LAMP);
      desk.close();
      desk = ServedDesk.in(folder);

      var again =
          Program.withToken(
                  desk,
                  desk.desk()
                      .accounts()
                      .tokens()
                      .issue("reviewer", "later", Scope.WRITE, Duration.ofDays(1)))
              .post("/api/tickets", "key-1", LAMP);

      assertThat(again.answer().body()).isEqualTo(first.answer().body());
      assertThat(desk.tickets()).isEqualTo(1);
    }

    @Test
    void aRequestThatWasRefusedMayBeMendedUnderItsKey() {
      assertProblem(writer.post("/api/tickets", "key-1", "{}"), 400, "description is missing");

      assertThat(writer.post("/api/tickets", "key-1", LAMP).status()).isEqualTo(201);
    }

    @Test
    void whoWritesAgainIsTheSameCustomer() {
      String body = "{\"description\":\"Dark.\",\"customer\":{\"email\":\"%s\"}}";
      var first = writer.post("/api/tickets", "1", body.formatted("a@example.org"));
      var other = writer.post("/api/tickets", "2", body.formatted("b@example.org"));
      var again = writer.post("/api/tickets", "3", body.formatted("A@Example.org"));

      assertThat(again.json().path("customer").path("number"))
          .isEqualTo(first.json().path("customer").path("number"))
          .isNotEqualTo(other.json().path("customer").path("number"));
    }

    @Test
    void aNameThatIsTakenIsRefused() {
      writer.post("/api/tickets", "1", "{\"id\":\"A-1\",\"description\":\"Dark.\"}");

      var reply =
          writer.post("/api/tickets", "2", "{\"id\":\"A-1\",\"description\":\"Dark again.\"}");

      assertProblem(reply, 409, "A-1");
      assertThat(reply.json().path("field").asText()).isEqualTo("id");
      assertThat(writer.post("/api/tickets", "2", LAMP).status()).isEqualTo(201);
    }
  }
}
