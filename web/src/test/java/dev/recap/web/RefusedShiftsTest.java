package dev.recap.web;

import static dev.recap.web.Program.assertFieldProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.web.people.Role;
import dev.recap.web.people.Scope;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests for shifts that cannot be met; they change nothing, so that all meet one desk. */
class RefusedShiftsTest {
  @TempDir private static Path folder;
  private static ServedDesk desk;
  private static Program program;
  private static Program reader;

  @BeforeAll
  static void start() {
    desk = ServedDesk.with(new ByRote("TICKET-1"), folder);
    desk.add("reader", Role.READER);
    desk.add("reviewer", Role.REVIEWER);
    desk.ticket("Anna", "Charged twice", "I was charged twice.");
    program = Program.of("reviewer", Scope.WRITE, desk);
    reader = Program.of("reader", Scope.WRITE, desk);
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | model | model is missing",
        "{'model':'gpt'} | model | model is 'gpt', but must be one of [rote, paid]",
        "{'model':'paid'} | dollars | dollars is missing: model 'paid' costs money",
        "{'model':'rote','way':'none'} | way | way is 'none', but must be one of [recap,",
        "{'model':'rote','colour':1} | colour | colour is not known",
        "{'model':'paid','dollars':0} | dollars | dollars is '0', but a number above 0",
        "{'model':'paid','dollars':-1.5} | dollars | dollars is '-1.5', but a number above 0",
        "{'model':'paid','dollars':NaN} | dollars | dollars is 'NaN', but a number above 0",
        "{'model':'paid','dollars':Infinity} | dollars | dollars is 'Infinity', but",
        "{'model':'paid','dollars':1e999} | dollars | but a number above 0, at most 1,000,000",
        "{'model':'paid','dollars':'5'} | dollars | dollars is '5', but a number",
        "{'model':'paid','dollars':[5]} | dollars | dollars is a list of 1, but a number",
        "{'model':'rote','tokens':1.5} | tokens | tokens is '1.5', but a whole number from 1",
        "{'model':'rote','tokens':-1} | tokens | tokens is '-1', but a whole number",
        "{'model':'rote','tokens':'7'} | tokens | tokens is '7', but a whole number",
        "{'model':'rote','tokens':99999999999999999999} | tokens | but a whole number from 1 to",
        "{'model':'rote','threshold':0} | threshold | threshold is '0', but a whole number",
        "{'model':'rote','threshold':{}} | threshold | threshold is an object, but",
        "{'model':'rote','tickets':'A-1'} | tickets | tickets is 'A-1', but a list of 1 to",
        "{'model':'rote','tickets':[]} | tickets | tickets is a list of 0, but a list of 1 to",
        "{'model':'rote','tickets':['A',7]} | tickets[1] | tickets[1] is no text",
        "{'model':'rote','tickets':[' ']} | tickets[0] | tickets[0] is missing",
      })
  void whatIsWrongIsNamedWithItsValueAndWhatWasExpected(String body, String field, String detail) {
    assertFieldProblem(
        program.post("/api/shifts", "1", body.replace('\'', '"')), 400, field, detail);
    assertThat(desk.desk().work().shifts().all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stop", "resume", "cancel"})
  void whatIsNotThereIsNamed(String deed) {
    assertFieldProblem(
        program.post("/api/shifts/none/" + deed, "1", "{}"),
        404,
        "id",
        "id is 'none', but there is no such shift");
    assertFieldProblem(program.get("/api/shifts/none"), 404, "id", "id is 'none'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/1/stop", "/1/resume", "/1/cancel"})
  void aReaderOnlyReads(String path) {
    assertThat(reader.get("/api/shifts").status()).isEqualTo(200);
    assertThat(reader.post("/api/shifts" + path, "1", ByRote.ORDER).status()).isEqualTo(403);
  }
}
