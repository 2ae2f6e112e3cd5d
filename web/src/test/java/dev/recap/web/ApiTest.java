package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.web.people.Scope;
import dev.recap.web.route.Route;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs ask for, and how they are told that they cannot have it. */
class ApiTest {
  private static final String LAMP = "{\"description\":\"My lamp is dark.\"}";

  @TempDir private Path folder;
  private ServedDesk desk;
  private Program writer;

  @BeforeEach
  void start() {
    desk = ServedDesk.withPeople(folder);
    writer = program("reviewer", Scope.WRITE);
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private Program program(String person, Scope scope) {
    return Program.withToken(
        desk,
        desk.desk().accounts().tokens().issue(person, "test " + scope, scope, Duration.ofDays(1)));
  }

  private int tickets() {
    return desk.desk().tickets().counts().total();
  }

  private static void assertProblem(Program.Reply reply, int status, String... words) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.type()).isEqualTo("application/problem+json");
    assertThat(reply.json().path("status").asInt()).isEqualTo(status);
    assertThat(reply.json().path("type").asText()).isEqualTo("about:blank");
    assertThat(reply.json().path("title").asText()).isNotBlank();
    assertThat(reply.json().path("detail").asText()).contains(words);
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

    @Test
    void whatIsNotThereIsAProblemThatNamesTheField() {
      var reply = writer.get("/api/tickets/TICKET-9");

      assertProblem(reply, 404, "id is 'TICKET-9'");
      assertThat(reply.json().path("field").asText()).isEqualTo("id");
      assertProblem(writer.get("/api/nothing"), 404, "no such page");
    }

    @ParameterizedTest
    @CsvSource({"status=open,status", "page=0,page", "page=x,page"})
    void aWrongParameterIsNamed(String query, String field) {
      var reply = writer.get("/api/tickets?" + query);

      assertProblem(reply, 400, field);
      assertThat(reply.json().path("field").asText()).isEqualTo(field);
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
      assertThat(tickets()).isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
      writer.post("/api/tickets", "key-1", LAMP);

      var other = writer.post("/api/tickets", "key-1", "{\"description\":\"Another.\"}");

      assertProblem(other, 409, "key-1", "another request");
      assertThat(tickets()).isEqualTo(1);
    }

    @Test
    void keysArePersonal() {
      writer.post("/api/tickets", "key-1", LAMP);
      var lead = program("lead", Scope.WRITE).post("/api/tickets", "key-1", LAMP);

      assertThat(lead.status()).isEqualTo(201);
      assertThat(tickets()).isEqualTo(2);
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
      assertThat(tickets()).isEqualTo(1);
    }

    @Test
    void aRequestThatWasRefusedMayBeMendedUnderItsKey() {
      assertProblem(writer.post("/api/tickets", "key-1", "{}"), 400, "description is missing");

      assertThat(writer.post("/api/tickets", "key-1", LAMP).status()).isEqualTo(201);
    }

    @Test
    void withoutAKeyNothingIsDone() {
      var reply = writer.post("/api/tickets", Map.of("Content-Type", "application/json"), LAMP);

      assertProblem(reply, 400, "Idempotency-Key is missing");
      assertThat(reply.json().path("field").asText()).isEqualTo("Idempotency-Key");
      assertThat(tickets()).isZero();
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

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{'description':''} | description",
          "{'description':7} | description",
          "{'description':'x','colour':'red'} | colour",
          "{'description':'x','createdAt':'yesterday'} | createdAt",
          "{'description':'x','customer':'me'} | customer",
          "{'description':'x','customer':{'mail':'me'}} | customer.mail",
          "{'description':'x\\u0000'} | description",
          "{'description':'\\ud800'} | description",
        })
    void aWrongFieldIsNamed(String body, String field) {
      var reply = writer.post("/api/tickets", "1", body.replace('\'', '"'));

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.json().path("field").asText()).isEqualTo(field);
      assertThat(tickets()).isZero();
    }

    @Test
    void aTextThatIsTooLongIsNamedWithItsLimit() {
      var reply =
          writer.post("/api/tickets", "1", "{\"description\":\"" + "x".repeat(20_001) + "\"}");

      assertProblem(reply, 400, "20,001 characters", "20,000");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "[",
          "[]",
          "null",
          "7",
          "{\"a\":1}{\"b\":2}",
          "{\"a\":1,\"a\":2}",
          "{'a':1}"
        })
    void whatIsNoJsonObjectIsRefused(String body) {
      assertProblem(writer.post("/api/tickets", "1", body), 400, "JSON");
    }

    @Test
    void deepNestingAndOversizeAreRefused() {
      String deep = "{\"description\":" + "[".repeat(100_000);

      assertProblem(writer.post("/api/tickets", "1", deep), 400, "no JSON");
      assertProblem(
          writer.post("/api/tickets", "1", "{\"a\":\"" + "x".repeat(1 << 20) + "\"}"),
          413,
          "bytes");
    }

    @Test
    void anotherTypeIsRefused() {
      var reply =
          writer.post(
              "/api/tickets", Map.of("Content-Type", "text/plain", "Idempotency-Key", "1"), LAMP);

      assertProblem(reply, 415, "application/json");
    }
  }

  @Nested
  class WhoMay {
    @Test
    void withoutATokenNobodyIsServed() {
      var nobody = new Program(desk.port(), Map.of());

      assertProblem(nobody.get("/api/tickets"), 401, "sign in");
      assertThat(nobody.get("/api/tickets").answer().headers().firstValue("www-authenticate"))
          .hasValue("Bearer realm=\"recap\"");
      assertProblem(nobody.post("/api/tickets", "1", LAMP), 401, "sign in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "recap_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aTokenThatIsNoneIsRefused(String token) {
      assertThat(Program.withToken(desk, token).get("/api/tickets").status()).isEqualTo(401);
    }

    @Test
    void aTokenForReadingChangesNothing() {
      var reader = program("lead", Scope.READ);

      assertThat(reader.get("/api/tickets").status()).isEqualTo(200);
      assertProblem(reader.post("/api/tickets", "1", LAMP), 403, "scope write");
    }

    @Test
    void aTokenMayNoMoreThanItsOwner() {
      assertProblem(
          program("reader", Scope.WRITE).post("/api/tickets", "1", LAMP), 403, "role reviewer");
    }

    @Test
    void aTokenOpensNoPage() {
      assertThat(writer.get("/queue").status()).isEqualTo(403);
    }

    @Test
    void aSessionReadsToo() {
      assertThat(desk.signedIn("reader").get("/api/tickets").statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionChangesNothingWithoutItsFormToken() {
      Browser browser = desk.signedIn("lead");
      var body = java.net.http.HttpRequest.BodyPublishers.ofString(LAMP);
      String[] json = {"Content-Type", "application/json", "Idempotency-Key", "1"};

      var bare = browser.send(browser.request("/api/tickets", json).POST(body));
      var with =
          browser.send(
              browser
                  .request("/api/tickets", json)
                  .header("X-CSRF-Token", browser.token())
                  .POST(body));

      assertThat(bare.statusCode()).isEqualTo(403);
      assertThat(with.statusCode()).isEqualTo(201);
    }

    @Test
    void withoutAccountsThisMachinesProgramsMayButNotAForeignPage(@TempDir Path other) {
      try (ServedDesk bare = ServedDesk.in(other)) {
        var program = new Program(bare.port(), Map.of());
        var page = new Program(bare.port(), Map.of("Origin", "http://evil.example"));

        assertThat(program.post("/api/tickets", "1", LAMP).status()).isEqualTo(201);
        assertProblem(page.post("/api/tickets", "2", LAMP), 403, "another site");
        assertProblem(
            program.post(
                "/api/tickets", Map.of("Content-Type", "text/plain", "Idempotency-Key", "3"), LAMP),
            403,
            "form");
      }
    }
  }

  @Nested
  class Watching {
    @Test
    void anyoneMayAskWhetherItLives() {
      var health = new Program(desk.port(), Map.of()).get("/health");

      assertThat(health.status()).isEqualTo(200);
      assertThat(health.answer().body()).isEqualTo("{\"status\":\"ok\",\"database\":\"ok\"}");
    }

    @Test
    void aDatabaseThatFailsIsSaid() {
      desk.desk().tickets().close();

      var health = new Program(desk.port(), Map.of()).get("/health");

      assertThat(health.status()).isEqualTo(503);
      assertThat(health.json().path("database").asText()).isEqualTo("failing");
    }

    @Test
    void figuresComeAsPrometheusReadsThem() {
      desk.ticket("Anna", "Dark", "Dark.");
      writer.get("/api/tickets/none");
      desk.clock.advance(Duration.ofMinutes(2));

      var metrics = program("reader", Scope.READ).get("/metrics");

      assertThat(metrics.type()).isEqualTo("text/plain");
      assertThat(metrics.answer().body())
          .contains("# TYPE recap_tickets gauge\nrecap_tickets{status=\"new\"} 1\n")
          .contains("recap_tickets{status=\"closed\"} 0\n")
          .contains("recap_requests_total{method=\"GET\",status=\"404\"} 1\n")
          .contains("recap_uptime_seconds 120\n");
      assertThat(new Program(desk.port(), Map.of()).get("/metrics").status()).isEqualTo(401);
    }
  }

  @Nested
  class Describing {
    @Test
    void theDescriptionListsEveryRouteWithItsParameters() {
      JsonNode document = writer.get("/api/openapi.json").json();

      assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
      assertThat(desk.routes())
          .filteredOn(route -> route.kind() instanceof Route.Kind.Api)
          .hasSizeGreaterThan(5)
          .allSatisfy(route -> {
            JsonNode operation =
                document
                    .path("paths")
                    .path(route.path())
                    .path(route.method().name().toLowerCase(Locale.ROOT));
            assertThat(operation.path("summary").asText()).as(route.path()).isNotBlank();
            assertThat(operation.path("responses").path("default").path("$ref").asText())
                .isEqualTo("#/components/responses/Problem");
            assertThat(operation.path("parameters").findValuesAsText("name"))
                .as(route.path())
                .containsAll(
                    java.util.regex.Pattern.compile("\\{(\\w+)}")
                        .matcher(route.path())
                        .results()
                        .map(found -> found.group(1))
                        .toList());
          });
      assertThat(desk.routes())
          .filteredOn(route -> route.path().startsWith("/api/"))
          .allMatch(route -> route.kind() instanceof Route.Kind.Api);
    }

    @Test
    void whatIsAnsweredIsAsItIsDescribed() {
      JsonNode created = writer.post("/api/tickets", "1", LAMP).json();
      JsonNode described =
          writer
              .get("/api/openapi.json")
              .json()
              .at("/paths/~1api~1tickets~1{id}/get/responses/200/content/application~1json/schema");

      assertThat(created.fieldNames())
          .toIterable()
          .containsExactlyElementsOf(() -> described.path("properties").fieldNames());
    }
  }
}
