package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.rules.DeskRules.Step;
import dev.recap.desk.ticket.DeskCall;
import dev.recap.desk.ticket.Evidence;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lead exempts from review, as forms send it, and what becomes of drafts. */
class ExemptionPagesTest {
  private static final String PATH = "/guidance/exemptions";
  private static final String[] TERMS = {
    "category", "billing", "priority", "low", "cap", "5", "percent", "0"
  };

  @TempDir private Path folder;
  private ServedDesk desk;
  private Browser lead;

  @BeforeEach
  void start() {
    desk = ServedDesk.withPeople(folder);
    lead = desk.signedIn("lead");
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private String page() {
    HttpResponse<String> answer = lead.get(PATH);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private Ticket handedIn() {
    desk.ticket("Ada", "The lamp hums", "It hums all day.");
    return desk.desk()
        .tickets()
        .record(
            new DeskCall("run-1", "call-1", "key-1", "mark_complete", "{}"),
            work -> {
              Ticket mine = work.claimNext().orElseThrow();
              work.about(mine.id());
              work.shown(mine);
              work.set(mine, Step.CATEGORY, "billing");
              work.set(mine, Step.PRIORITY, "low");
              work.read(mine, "hum", new Evidence("hum", 1, "Humming", "Unscrew the lamp."));
              work.draft(mine, "Please unscrew the lamp.", null, "model-1");
              work.complete(mine);
              return mine;
            });
  }

  private void startedAgain() {
    desk.close();
    desk = ServedDesk.in(folder);
    lead = desk.signedIn("lead");
  }

  @Test
  void whatIsExemptedIsListedWithItsFiguresAndRemoved() {
    assertThat(page()).contains("Nothing is exempted");
    HttpResponse<String> added = lead.post(PATH, TERMS);
    assertThat(added.statusCode()).isEqualTo(303);
    assertThat(page()).contains("billing, low is exempted from now on", "0 of 5", "0 %");

    assertThat(lead.post(PATH + "/1/remove").statusCode()).isEqualTo(303);
    assertThat(page()).contains("Nothing is exempted", "removed by lead");
  }

  @Test
  void whatSomebodyElseDidFirstIsToldAndWhatWasTypedIsKept() {
    lead.post(PATH, TERMS);
    HttpResponse<String> again =
        lead.post(PATH, "category", "billing", "priority", "low", "cap", "77", "percent", "3");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("lead has exempted billing, low already", "value=\"77\"");
    lead.post(PATH + "/1/remove");
    HttpResponse<String> removed = lead.post(PATH + "/1/remove");
    assertThat(removed.statusCode()).isEqualTo(409);
    assertThat(removed.body()).contains("lead has removed it already");
    assertThat(lead.post(PATH + "/9/remove").statusCode()).isEqualTo(404);
    assertThat(lead.post(PATH + "/x/remove").statusCode()).isEqualTo(404);
  }

  @Test
  void valuesThatCannotBeAreRefused() {
    assertThat(
            lead.post(PATH, "category", "x", "priority", "low", "cap", "5", "percent", "0")
                .statusCode())
        .isEqualTo(400);
    assertThat(lead.post(PATH, "category", "billing", "priority", "low").statusCode())
        .isEqualTo(400);
    assertThat(
            lead.post(PATH, "category", "billing", "priority", "low", "cap", "5", "percent", "101")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void theStopSwitchIsOneClickAndSaysWhoSetIt() {
    lead.post(PATH + "/stop");
    assertThat(page()).contains("All exemptions are stopped, by lead");
    lead.post(PATH + "/resume");
    assertThat(page()).contains("They hold again").doesNotContain("All exemptions are stopped");
  }

  @Test
  void onlyALeadChangesThemAndWhoReadsSeesThem() {
    lead.post(PATH, TERMS);
    Browser reviewer = desk.signedIn("reviewer");
    assertThat(reviewer.get(PATH).body())
        .contains("0 of 5")
        .doesNotContain("/remove", "Stop all exemptions");
    for (String deed : new String[] {"", "/1/remove", "/stop", "/resume"}) {
      assertThat(reviewer.post(PATH + deed, TERMS).statusCode()).as(deed).isEqualTo(403);
      assertThat(lead.postBare(PATH + deed, TERMS).statusCode()).as(deed).isEqualTo(403);
    }
    assertThat(page()).contains("0 of 5").doesNotContain("All exemptions are stopped");
  }

  /** The process died between handing in and settling: the next one makes up for it. */
  @Test
  void whatWasHandedInIsLetOutWhenTheDeskBeginsAndCanBeUndone() {
    lead.post(PATH, TERMS);
    Ticket ticket = handedIn();
    startedAgain();

    assertThat(now(ticket).status()).isEqualTo(TicketStatus.ANSWERED);
    assertThat(page()).contains("1 of 5");
    assertThat(lead.get("/").body()).contains("<strong>1</strong> exempted from review today");
    assertThat(lead.get("/tickets/%d?tab=timeline".formatted(ticket.number())).body())
        .contains("exemption of lead</strong> exempted", "/decisions/1/undo");
    lead.post("/decisions/1/undo");
    assertThat(now(ticket).status()).isEqualTo(TicketStatus.COMPLETED);
    startedAgain();
    assertThat(now(ticket).status()).isEqualTo(TicketStatus.COMPLETED);
  }

  private Ticket now(Ticket ticket) {
    return desk.desk().tickets().ticket(ticket.id()).orElseThrow();
  }
}
