package dev.recap.web;

import static dev.recap.web.Program.LAMP;
import static dev.recap.web.Program.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.web.people.Scope;
import dev.recap.web.route.Route;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use the API, and how it describes itself. */
class ApiTest {
  @TempDir private static Path folder;
  private static ServedDesk desk;
  private static Program writer;

  @BeforeAll
  static void start() {
    desk = ServedDesk.withPeople(folder);
    writer = Program.of("reviewer", Scope.WRITE, desk);
  }

  @AfterAll
  static void stop() {
    desk.close();
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
      var reader = Program.of("lead", Scope.READ, desk);

      assertThat(reader.get("/api/tickets").status()).isEqualTo(200);
      assertProblem(reader.post("/api/tickets", "1", LAMP), 403, "scope write");
    }

    @Test
    void aTokenMayNoMoreThanItsOwner() {
      assertProblem(
          Program.of("reader", Scope.WRITE, desk).post("/api/tickets", "1", LAMP),
          403,
          "role reviewer");
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
