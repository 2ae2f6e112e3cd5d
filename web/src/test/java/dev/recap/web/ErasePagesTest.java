package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.rules.DeskRules;
import dev.recap.desk.rules.Guidance;
import dev.recap.desk.ticket.DeskCall;
import dev.recap.web.people.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lead erases a customer, in the browser and by a program. */
class ErasePagesTest {
  private static final String PATH = "/tickets/1/erase";

  @TempDir private Path folder;
  private ServedDesk desk;
  private Browser lead;

  @BeforeEach
  void start() throws IOException {
    desk = ServedDesk.withPeople(folder);
    lead = desk.signedIn("lead");
    desk.ticket("Ada Winterbottom", "Winterbottom hums", "It hums, says Winterbottom.");
    desk.ticket("Ada Winterbottom", "Again", "Winterbottom once more.");
    Files.createDirectories(folder.resolve("uploads"));
    Files.writeString(folder.resolve("uploads").resolve("token"), "Winterbottom");
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private List<Path> filesWith(String word) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(file -> text(file).contains(word)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void afterAPageThatSaysWhatGoesNoFileHasAWordOfTheCustomer() {
    assertThat(lead.get("/tickets/1").body()).contains(PATH);
    assertThat(lead.get(PATH).body())
        .contains("Winterbottom hums", "Again", "no version of the guidance names this customer");
    HttpResponse<String> erased = lead.post(PATH, "sure", "yes");

    assertThat(erased.statusCode()).isEqualTo(303);
    assertThat(lead.get(PATH).body())
        .contains("with the text of 2 tickets", "Erased by lead", "no file of the desk")
        .doesNotContain("Winterbottom", "Erase for good");
    assertThat(lead.get("/tickets/1").body()).contains("[erased]", "closed");
    assertThat(lead.get("/queue?q=winterbottom").body()).contains("No ticket fits");
    assertThat(filesWith("interbottom")).isEmpty();
    assertThat(lead.post(PATH, "sure", "yes").statusCode()).isEqualTo(409);
  }

  @Test
  void guidanceThatNamesTheCustomerIsTold() {
    DeskRules rules = Guidance.STANDARD.rules();
    var kind =
        new DeskRules(
            rules.categories(),
            rules.priorities(),
            rules.teams(),
            rules.steps(),
            rules.forPeople(),
            "Be kind to ada winterbottom.");
    desk.desk().work().guidance().edit(null, kind, "lead");
    assertThat(lead.get(PATH).body()).contains("1 version(s) of the");
  }

  @Test
  void nothingIsErasedUnlessALeadIsSure() {
    assertThat(lead.post(PATH).statusCode()).isEqualTo(400);
    assertThat(lead.postBare(PATH, "sure", "yes").statusCode()).isEqualTo(403);
    Browser reviewer = desk.signedIn("reviewer");
    assertThat(reviewer.get(PATH).statusCode()).isEqualTo(403);
    assertThat(reviewer.post(PATH, "sure", "yes").statusCode()).isEqualTo(403);
    assertThat(reviewer.get("/tickets/1").body()).doesNotContain(PATH);
    assertThat(lead.get("/tickets/1").body()).contains("Winterbottom hums");
  }

  @Test
  void aTicketThatTheAgentHasIsNamed() {
    desk.desk()
        .tickets()
        .record(
            new DeskCall("run-1", "call-1", "key-1", "get_next_ticket", "{}"),
            work -> work.claimNext().orElseThrow());

    HttpResponse<String> refused = lead.post(PATH, "sure", "yes");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("the agent has TICKET-1: take it over, then erase");
  }

  /** The process died after the order. */
  @Test
  void whatWasBegunIsFinishedWhenTheDeskBegins() {
    desk.desk()
        .tickets()
        .besides(handle -> {
          handle.execute("insert into erasure (by, at) values ('lead', '2026-11-30T08:00:00Z')");
          return handle.execute(
              "insert into erasure_ticket (ticket, erasure) values (1, 1), (2, 1)");
        });
    assertThat(lead.get(PATH).body()).contains("not finished yet", "Finish the erasure");
    desk.close();
    desk = ServedDesk.in(folder);

    assertThat(desk.desk().work().erasures().about(1).orElseThrow().isUnfinished()).isFalse();
    assertThat(desk.signedIn("lead").get("/tickets/1").body()).doesNotContain("Winterbottom");
  }

  @Test
  void aProgramOfALeadErasesByAddress() {
    Program program = program("lead");
    Program.Reply erased = post(program, "Someone@example.org");
    assertThat(erased.status()).isEqualTo(200);
    assertThat(erased.json().path("tickets").asInt()).isEqualTo(2);
    assertThat(filesWith("interbottom")).isEmpty();
    assertThat(post(program, "someone@example.org").status()).isEqualTo(404);
    assertThat(post(program("reviewer"), "someone@example.org").status()).isEqualTo(403);
  }

  private Program program(String person) {
    return Program.withToken(
        desk,
        desk.desk().accounts().tokens().issue(person, "test", Scope.WRITE, Duration.ofDays(1)));
  }

  private static Program.Reply post(Program program, String email) {
    return program.post("/api/erasures", "key", "{\"email\":\"%s\"}".formatted(email));
  }
}
