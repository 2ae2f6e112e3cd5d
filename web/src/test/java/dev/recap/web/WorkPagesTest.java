package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.rules.DeskRules.Step;
import dev.recap.desk.ticket.DeskCall;
import dev.recap.desk.ticket.Evidence;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do on the pages of tickets, review, queue, shifts and guidance, as forms send it. */
class WorkPagesTest {
  private static final String DRAFT = "Please unscrew it. We refund 99 EUR to [Name].";

  @TempDir private Path folder;
  private ServedDesk desk;
  private Browser browser;
  private Ticket ticket;

  @BeforeEach
  void start() {
    desk = ServedDesk.in(folder);
    browser = desk.browser();
    desk.ticket("TICKET-1", "The lamp hums", "It hums all day.");
    ticket = handedIn();
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private Ticket handedIn() {
    var call =
        new DeskCall("run-1", "call-1", "key-1", "classify_ticket", "{\"category\":\"technical\"}");
    return desk.desk()
        .tickets()
        .record(
            call,
            work -> {
              Ticket mine = work.claimNext().orElseThrow();
              work.about(mine.id());
              work.shown(mine);
              work.set(mine, Step.CATEGORY, "technical");
              work.read(mine, "hum", new Evidence("hum", 1, "Humming", "Unscrew the lamp. Wait."));
              work.draft(mine, DRAFT, null, "model-1");
              work.complete(mine);
              return work.find(mine.id()).orElseThrow();
            });
  }

  private Ticket now() {
    return desk.desk().tickets().ticket("TICKET-1").orElseThrow();
  }

  private String page(String path) {
    HttpResponse<String> answer = browser.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> decides(String deed, String... more) {
    String html = page("/review/" + ticket.number());
    String[] fields = new String[more.length + 4];
    fields[0] = "revision";
    fields[1] = hidden(html, "revision");
    fields[2] = "draft";
    fields[3] = hidden(html, "draft");
    System.arraycopy(more, 0, fields, 4, more.length);
    return browser.post("/review/%d/%s".formatted(ticket.number(), deed), fields);
  }

  private static String hidden(String html, String name) {
    Matcher field = Pattern.compile("name=\"%s\" value=\"([^\"]*)\"".formatted(name)).matcher(html);
    assertThat(field.find()).isTrue();
    return field.group(1);
  }

  @Test
  void aDraftIsShownWithWhatCodeFoundAndWhatItRestsOn() {
    assertThat(page("/review/" + ticket.number()))
        .contains("<mark class=\"finding\"", "[Name]", "99 EUR", "Unscrew the lamp.", "Humming");
    assertThat(page("/tickets/1?tab=evidence")).contains("Humming", "version 1");
    assertThat(page("/tickets/1?tab=timeline")).contains("classify_ticket", "technical");
    assertThat(page("/tickets/1?tab=hood")).contains("key-1");
    assertThat(page("/")).contains("drafts to look at");
  }

  @Test
  void approvingAnswersTheTicketAndUndoingPutsItBack() {
    assertThat(decides("approve").statusCode()).isEqualTo(303);
    assertThat(now().status()).isEqualTo(TicketStatus.ANSWERED);
    assertThat(page("/")).contains("Approved unchanged");

    browser.post("/decisions/1/undo");
    assertThat(now().status()).isEqualTo(TicketStatus.COMPLETED);
    assertThat(browser.post("/decisions/99/undo").statusCode()).isEqualTo(303);
    assertThat(browser.post("/decisions/x/undo").statusCode()).isEqualTo(404);
  }

  @Test
  void editingSendingBackAndTakingOverAreDecisionsToo() {
    decides("take-over");
    assertThat(now().care().owner()).isNotNull();
    browser.post("/tickets/1/hand-back");
    assertThat(now().status()).isEqualTo(TicketStatus.NEW);
    ticket = handedIn();
    HttpResponse<String> kept =
        decides("send-back", "reason", "tone", "remark", "Be kinder.", "keep", "yes");
    assertThat(kept.headers().firstValue("Location").orElse("")).startsWith("/guidance?remark=");
    assertThat(page(kept.headers().firstValue("Location").orElseThrow())).contains("Be kinder.");
    assertThat(now().care().remark()).isEqualTo("tone: Be kinder.");
    ticket = handedIn();
    assertThat(decides("edit", "text", "My own words.").statusCode()).isEqualTo(303);
    assertThat(page("/tickets/1")).contains("My own words.");
    assertThat(page("/review")).contains("No draft waits for you");
  }

  @Test
  void aStaleDraftIsRefusedAndWhatWasTypedIsKept() {
    desk.desk().work().hands().customerWrote("TICKET-1", "ada@example.com", "It burns!");
    HttpResponse<String> refused = decides("approve", "text", "typed");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("the customer has written", "It burns!", "typed");
    assertThat(now().status()).isEqualTo(TicketStatus.COMPLETED);
  }

  @Test
  void fieldsNotesAndClosingAreOnTheTicketsPage() {
    browser.post("/tickets/1/set", "field", "category", "before", "technical", "value", "billing");
    assertThat(now().handling().category()).isEqualTo("billing");
    assertThat(
            browser
                .post("/tickets/1/set", "field", "category", "before", "x", "value", "billing")
                .statusCode())
        .isEqualTo(409);
    assertThat(browser.post("/tickets/1/set", "field", "x", "value", "y").statusCode())
        .isEqualTo(400);
    browser.post("/tickets/1/note", "text", "He is angry.");
    browser.post("/tickets/1/close");
    assertThat(page("/tickets/1")).contains("He is angry.", "closed");
    assertThat(browser.get("/tickets/99").statusCode()).isEqualTo(404);
    assertThat(browser.get("/tickets/x").statusCode()).isEqualTo(404);
  }

  @Test
  void theQueueIsFilteredChangedAndTakenOut() {
    assertThat(page("/queue?status=completed&q=hum&sort=priority")).contains("TICKET-1");
    assertThat(page("/queue?category=billing")).contains("No ticket fits");
    assertThat(browser.get("/queue?status=nonsense").statusCode()).isEqualTo(400);
    assertThat(browser.get("/queue?after=nonsense").statusCode()).isEqualTo(400);
    for (String deed :
        new String[] {"mine", "nobody", "category", "priority", "team", "close", "reopen"}) {
      HttpResponse<String> done =
          browser.post(
              "/queue/bulk",
              "id",
              "TICKET-1",
              "do",
              deed,
              "category-value",
              "billing",
              "priority-value",
              "high",
              "team-value",
              "tech-support");
      assertThat(done.statusCode()).as(deed).isEqualTo(303);
    }
    assertThat(now().handling().priority()).isEqualTo("high");
    assertThat(browser.post("/queue/bulk", "do", "close").statusCode()).isEqualTo(400);
    assertThat(
            browser
                .post("/queue/bulk", "id", "TICKET-1", "do", "shift")
                .headers()
                .firstValue("Location"))
        .contains("/shifts?tickets=TICKET-1");
    assertThat(browser.get("/queue/export").body()).contains("TICKET-1", "billing");
    assertThat(browser.get("/queue/export?as=jsonl").body()).contains("\"TICKET-1\"");
  }

  @Test
  void aFileIsLookedAtMappedAndTakenInWithoutItsBadRows() {
    String csv = "Ticket,Body\nS-1,It hums.\nS-2,\n";
    String look = browser.upload("/queue/import", "tickets.csv", csv).body();
    assertThat(look).contains("1 new tickets", "1 bad");
    String[] fields = {
      "token",
      hidden(look, "token"),
      "name",
      "tickets.csv",
      "column-id",
      "Ticket",
      "column-description",
      "Body"
    };
    assertThat(browser.post("/queue/import/look", fields).body()).contains("1 bad");
    assertThat(browser.post("/queue/import/bad", fields).body()).contains("S-2");
    assertThat(browser.post("/queue/import/take", fields).statusCode()).isEqualTo(200);
    String[] rest = Arrays.copyOf(fields, fields.length + 2);
    rest[fields.length] = "rest";
    rest[fields.length + 1] = "yes";
    assertThat(browser.post("/queue/import/take", rest).statusCode()).isEqualTo(303);
    assertThat(desk.desk().tickets().ticket("S-1")).isPresent();
  }

  @Test
  void theRulesAreEditedInVersionsAndWhatDoesNotFitIsSaid() {
    String html = page("/guidance");
    assertThat(html).contains("technical: technical faults");
    String[] fields = {
      "version", "0", "categories", "Rechnung\nTechnik: Geräte", "priorities", "normal",
      "teams", "Nord", "steps", "category", "guidance", "Sei freundlich."
    };
    assertThat(browser.post("/guidance", fields).statusCode()).isEqualTo(303);
    assertThat(page("/guidance")).contains("Technik: Geräte", "Version 1");
    assertThat(page("/guidance/1")).contains("Sei freundlich.");
    assertThat(browser.post("/guidance", fields).statusCode()).isEqualTo(409);
    fields[1] = "1";
    fields[3] = "A\nA";
    assertThat(browser.post("/guidance", fields).body()).contains("twice", "Sei freundlich.");
    assertThat(browser.get("/guidance/7").statusCode()).isEqualTo(404);
  }

  @Test
  void aShiftWithoutAModelIsRefusedAndSaidWhy() {
    assertThat(page("/shifts?tickets=TICKET-1")).contains("TICKET-1", "No shift was worked yet");
    HttpResponse<String> refused = browser.post("/shifts", "model", "none");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("model is", "must be one of");
    assertThat(browser.get("/shifts/none").statusCode()).isEqualTo(404);
  }

  @Test
  void peopleAndConnectionsSayWhatIsNotSetUp() {
    assertThat(page("/people")).contains("no accounts");
    assertThat(page("/connections")).contains("No mail is set up");
  }
}
