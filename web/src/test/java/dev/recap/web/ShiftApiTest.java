package dev.recap.web;

import static dev.recap.web.Program.assertFieldProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shifts that programs order, watch and end. */
class ShiftApiTest {
  @TempDir private Path folder;
  private ServedDesk desk;
  private Program program;

  @BeforeEach
  void start() {
    desk = ServedDesk.with(new ByRote("TICKET-1"), folder);
    program = new Program(desk.port(), Map.of());
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private Program.Reply asked(String body) {
    return program.post("/api/shifts", "1", body.replace('\'', '"'));
  }

  private Program.Reply done(String shift, String deed) {
    return program.post("/api/shifts/" + shift + "/" + deed, "1", "{}");
  }

  private String worked() {
    desk.ticket("Anna", "Charged twice", "I was charged twice.");
    String id = asked(ByRote.ORDER).json().path("id").asText();
    desk.desk().work().shifts().await(id);
    return id;
  }

  /** A shift that may spend nothing worth speaking of. */
  private String restingAtItsBudget() {
    desk.ticket("Anna", "Charged twice", "I was charged twice.");
    String id = asked("{'model':'rote','tokens':1}").json().path("id").asText();
    desk.desk().work().shifts().await(id);
    return id;
  }

  @Nested
  class Starting {
    @Test
    void isAnsweredWithTheShiftAndItsProgressCanBeAskedFor() {
      desk.ticket("Anna", "Charged twice", "I was charged twice.");

      var reply = asked("{'model':'rote','way':'summary','tokens':90000,'dollars':2.5}");
      assertThat(reply.status()).isEqualTo(201);
      String id = reply.json().path("id").asText();
      desk.desk().work().shifts().await(id);

      JsonNode shift = program.get("/api/shifts/" + id).json();
      assertThat(shift.path("state").asText()).isEqualTo("done");
      assertThat(shift.path("atWork").asBoolean()).isFalse();
      assertThat(shift.path("simulated").asBoolean()).isTrue();
      assertThat(shift.path("way").asText()).isEqualTo("summary");
      assertThat(shift.at("/tickets/completed").asInt()).isOne();
      assertThat(shift.at("/spent/tokens").asLong()).isEqualTo(7_700);
      assertThat(shift.at("/spent/dollars").asDouble()).isPositive();
      assertThat(shift.at("/budget/tokens").asLong()).isEqualTo(90_000);
      assertThat(shift.at("/budget/dollars").asDouble()).isEqualTo(2.5);
    }

    @Test
    void worksOnlyTheTicketsThatAreNamed() {
      desk.ticket("Anna", "Charged twice", "I was charged twice.");
      desk.ticket("Bert", "Dark", "My lamp is dark.");

      var reply = asked("{'model':'rote','tickets':['TICKET-1']}");
      desk.desk().work().shifts().await(reply.json().path("id").asText());

      assertThat(program.get("/api/tickets/TICKET-1").json().path("status").asText())
          .isNotEqualTo("new");
      assertThat(program.get("/api/tickets/TICKET-2").json().path("status").asText())
          .isEqualTo("new");
    }

    @Test
    void theSameRequestAgainIsAnsweredTheSameAndStartsNothing() {
      desk.ticket("Anna", "Charged twice", "I was charged twice.");
      var first = asked(ByRote.ORDER);
      var again = asked(ByRote.ORDER);

      assertThat(again.status()).isEqualTo(201);
      assertThat(again.answer().body()).isEqualTo(first.answer().body());
      assertThat(again.answer().headers().firstValue("idempotent-replayed")).hasValue("true");
      assertThat(desk.desk().work().shifts().all()).hasSize(1);
    }

    @Test
    void theSameRequestStartsNothingWhenTheProcessDiedBeforeItsAnswerWasOnRecord() {
      String first = worked();
      desk.desk().tickets().besides(handle -> handle.execute("delete from idempotent"));
      desk.close();
      start();
      var again = asked(ByRote.ORDER);

      assertThat(again.status()).isEqualTo(201);
      assertThat(again.json().path("id").asText()).isEqualTo(first);
      assertThat(again.json().path("state").asText()).isEqualTo("done");
      assertThat(desk.desk().work().shifts().all()).hasSize(1);
    }

    @Test
    void anotherKeyIsAnotherShift() {
      String first = worked();
      desk.ticket("Bert", "Dark", "My lamp is dark.");
      var other = program.post("/api/shifts", "2", ByRote.ORDER);

      assertThat(other.status()).isEqualTo(201);
      assertThat(other.json().path("id").asText()).isNotEqualTo(first);
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
      worked();

      assertFieldProblem(asked("{'model':'rote','tokens':1}"), 409, "Idempotency-Key", "another");
      assertFieldProblem(
          program.post("/api/tickets", "1", "{\"description\":\"x\"}"),
          409,
          "Idempotency-Key",
          "another");
    }

    @Test
    void whereNothingWaitsItIsRefusedAndMayBeTriedAgainUnderItsKey() {
      assertFieldProblem(asked(ByRote.ORDER), 409, "tickets", "no ticket of these waits");
      desk.ticket("Anna", "Charged twice", "I was charged twice.");

      assertThat(asked(ByRote.ORDER).status()).isEqualTo(201);
    }
  }

  @Nested
  class Reading {
    @Test
    void theNewestComeFirst() {
      worked();
      desk.clock.advance(Duration.ofMinutes(1));
      desk.ticket("Bert", "Dark", "My lamp is dark.");
      String second = program.post("/api/shifts", "2", ByRote.ORDER).json().path("id").asText();

      JsonNode page = program.get("/api/shifts").json();
      assertThat(page.path("shifts")).hasSize(2);
      assertThat(page.at("/shifts/0/id").asText()).isEqualTo(second);
      assertThat(page.path("next").isNull()).isTrue();
      assertThat(program.get("/api/shifts?page=1000000").json().path("shifts")).isEmpty();
      assertFieldProblem(program.get("/api/shifts?page=0"), 400, "page", "page is '0'");
    }

    @Test
    void whatIsAnsweredIsAsItIsDescribed() {
      JsonNode shift = program.get("/api/shifts/" + worked()).json();
      JsonNode described =
          program
              .get("/api/openapi.json")
              .json()
              .at("/paths/~1api~1shifts~1{id}/get/responses/200/content/application~1json/schema");

      assertThat(shift.fieldNames())
          .toIterable()
          .containsExactlyElementsOf(() -> described.path("properties").fieldNames());
      for (String part : List.of("tickets", "spent", "budget")) {
        assertThat(shift.path(part).fieldNames())
            .toIterable()
            .containsExactlyElementsOf(
                () -> described.at("/properties/" + part + "/properties").fieldNames());
      }
    }
  }

  @Nested
  class Ending {
    @Test
    void whatIsOverIsNotGoneOnWith() {
      assertFieldProblem(done(worked(), "resume"), 409, "id", "is over");
    }

    @Test
    void aShiftThatRestsGoesOnWithAnotherBudgetOrIsCancelled() {
      String id = restingAtItsBudget();
      assertThat(program.get("/api/shifts/" + id).json().path("state").asText())
          .isEqualTo("over budget");

      assertFieldProblem(
          program.post("/api/shifts/" + id + "/resume", "1", "{\"tokens\":0}"),
          400,
          "tokens",
          "tokens is '0'");
      var resumed = program.post("/api/shifts/" + id + "/resume", "1", "{\"tokens\":2}");
      assertThat(resumed.status()).isEqualTo(200);
      assertThat(resumed.json().at("/budget/tokens").asInt()).isEqualTo(2);
      desk.desk().work().shifts().await(id);
      assertThat(done(id, "stop").json().path("state").asText()).isEqualTo("over budget");

      assertThat(done(id, "cancel").json().path("state").asText()).isEqualTo("cancelled");
      assertFieldProblem(done(id, "resume"), 409, "id", "is over");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "resume", "cancel"})
    void aFieldThatIsNotKnownIsRefused(String deed) {
      String path = "/api/shifts/" + worked() + "/" + deed;

      assertFieldProblem(program.post(path, "1", "{\"force\":true}"), 400, "force", "not known");
    }
  }
}
