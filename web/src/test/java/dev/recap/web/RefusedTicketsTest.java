package dev.recap.web;

import static dev.recap.web.Program.LAMP;
import static dev.recap.web.Program.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.web.people.Scope;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests for tickets that cannot be met; they change nothing, so that all meet one desk. */
class RefusedTicketsTest {
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

  @Test
  void withoutAKeyNothingIsDone() {
    var reply = writer.post("/api/tickets", Map.of("Content-Type", "application/json"), LAMP);

    assertProblem(reply, 400, "Idempotency-Key is missing");
    assertThat(reply.json().path("field").asText()).isEqualTo("Idempotency-Key");
    assertThat(desk.tickets()).isZero();
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
    assertThat(desk.tickets()).isZero();
  }

  @Test
  void aTextThatIsTooLongIsNamedWithItsLimit() {
    var reply =
        writer.post("/api/tickets", "1", "{\"description\":\"" + "x".repeat(20_001) + "\"}");

    assertProblem(reply, 400, "20,001 characters", "20,000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[", "[]", "null", "7", "{\"a\":1}{\"b\":2}", "{\"a\":1,\"a\":2}", "{'a':1}"})
  void whatIsNoJsonObjectIsRefused(String body) {
    assertProblem(writer.post("/api/tickets", "1", body), 400, "JSON");
  }

  @Test
  void deepNestingAndOversizeAreRefused() {
    String deep = "{\"description\":" + "[".repeat(100_000);

    assertProblem(writer.post("/api/tickets", "1", deep), 400, "no JSON");
    assertProblem(
        writer.post("/api/tickets", "1", "{\"a\":\"" + "x".repeat(1 << 20) + "\"}"), 413, "bytes");
  }

  @Test
  void anotherTypeIsRefused() {
    var reply =
        writer.post(
            "/api/tickets", Map.of("Content-Type", "text/plain", "Idempotency-Key", "1"), LAMP);

    assertProblem(reply, 415, "application/json");
  }
}
