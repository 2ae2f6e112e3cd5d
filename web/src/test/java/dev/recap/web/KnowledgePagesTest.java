package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.knowledge.ArticleText;
import dev.recap.desk.knowledge.Library;
import dev.recap.desk.ticket.DeskCall;
import dev.recap.desk.ticket.Evidence;
import dev.recap.desk.ticket.Ticket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do with the articles of a desk, as forms send it. */
class KnowledgePagesTest {
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

  private Library library() {
    return desk.desk().work().knowledge().library();
  }

  private Document page(Browser browser, String path) {
    HttpResponse<String> answer = browser.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private String text(String path) {
    return page(lead, path).text();
  }

  private HttpResponse<String> write(String title, String text) {
    return lead.post("/knowledge/new", "title", title, "tags", "hum, buzz", "text", text);
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void aDeskWithoutArticlesSaysWhatThatMeansAndAsksForThem() {
    assertThat(text("/")).contains("No articles yet: every draft goes to a person.");
    assertThat(text("/knowledge")).contains("No articles yet: every draft goes to a person.");
    assertThat(page(lead, "/knowledge").select("input[type=file]")).hasSize(1);

    write("Humming", "Unscrew it.");
    assertThat(text("/") + text("/knowledge")).doesNotContain("No articles yet");
  }

  @Test
  void anArticleIsWrittenFoundAndReadWithWhoAndWhen() {
    assertThat(location(write("The lamp hums", "Unscrew the bulb.")))
        .isEqualTo("/knowledge/the-lamp-hums/1");

    assertThat(text("/knowledge/the-lamp-hums/1"))
        .contains("The lamp hums", "Unscrew the bulb.", "by lead, 30 Nov 2026, 08:00 UTC", "never");
    assertThat(text("/knowledge/search?query=bulbs"))
        .contains("The lamp hums", "Place 1, score ", "The agent sees it.", "version 1");
  }

  @Test
  void theFourthOfASearchIsShownButNotToTheAgent() {
    for (String title : List.of("One", "Two", "Three", "Four")) {
      write(title, "Unscrew the bulb.");
    }

    assertThat(page(lead, "/knowledge/search?query=bulb").select(".claims li").eachText())
        .hasSize(4)
        .satisfies(found -> assertThat(found.get(2)).contains("The agent sees it."))
        .satisfies(found -> assertThat(found.get(3)).contains("The agent does not see it."));
  }

  @Test
  void aSearchThatFindsNothingIsListedWithHowOften() {
    lead.get("/knowledge/search?query=quantum");
    assertThat(text("/knowledge/search?query=quantum")).contains("No article has a word of it");

    assertThat(page(lead, "/knowledge").select("tbody tr").text()).contains("quantum 2 0");
  }

  @Test
  void anEditMakesAVersionAndTheOldOneSaysThatItIsOld() {
    write("Humming", "Old words.");
    assertThat(page(lead, "/knowledge/humming/edit").select("textarea").text())
        .isEqualTo("Old words.");
    desk.clock.advance(Duration.ofMinutes(5));
    String saved =
        location(
            lead.post("/knowledge/humming/edit", "before", "1", "title", "Hum", "text", "New."));

    assertThat(saved).isEqualTo("/knowledge/humming/2");
    assertThat(text("/knowledge/humming/1"))
        .contains(
            "Old words.", "This is version 1 as the agent saw it.", "Version 2 is the newest");
    assertThat(text("/knowledge/humming/2")).contains("New.").doesNotContain("is the newest");
    assertThat(lead.get("/knowledge/humming/3").statusCode()).isEqualTo(404);
    assertThat(lead.get("/knowledge/none/1").statusCode()).isEqualTo(404);
    assertThat(lead.get("/knowledge/none/edit").statusCode()).isEqualTo(404);
  }

  @Test
  void ofTwoWhoEditOneTheSecondIsToldAndKeepsWhatWasTyped() {
    write("Humming", "Old.");
    library().save(1, new ArticleText("humming", "Humming", "", List.of(), "Theirs."), "Ada");
    HttpResponse<String> told =
        lead.post("/knowledge/humming/edit", "before", "1", "title", "Humming", "text", "Mine.");

    assertThat(told.statusCode()).isEqualTo(409);
    Document page = Jsoup.parse(told.body());
    assertThat(page.text()).contains("Ada has saved another version meanwhile", "Theirs.");
    assertThat(page.select("textarea").text()).isEqualTo("Mine.");
    assertThat(library().versions("humming")).hasSize(2);

    String before = page.select("input[name=before]").val();
    lead.post("/knowledge/humming/edit", "before", before, "title", "Humming", "text", "Mine.");
    assertThat(library().versions("humming").getFirst().article().text()).isEqualTo("Mine.");
  }

  @Test
  void aNewArticleTakesNobodysPlace() {
    write("Humming", "Old.");
    HttpResponse<String> told = write("Humming", "Another.");

    assertThat(told.statusCode()).isEqualTo(409);
    assertThat(told.body()).contains("there is an article", "Another.");
    assertThat(library().versions("humming")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"'', Text., title was", "!!!, Text., id was", "Humming, '', text was"})
  void whatDoesNotFitIsSaidAndWhatWasTypedIsKept(String title, String text, String said) {
    HttpResponse<String> told = write(title, text);

    assertThat(told.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(told.body()).text()).contains(said);
    assertThat(Jsoup.parse(told.body()).select("#title").val()).isEqualTo(title);
    assertThat(Jsoup.parse(told.body()).select("textarea").text()).isEqualTo(text);
  }

  @Test
  void aDeletedArticleIsNotFoundStaysReadableAndCanBeBroughtBack() {
    write("Humming", "Unscrew the bulb.");
    assertThat(location(lead.post("/knowledge/humming/delete", "before", "1")))
        .isEqualTo("/knowledge");

    assertThat(page(lead, "/knowledge").select(".toast form").attr("action"))
        .isEqualTo("/knowledge/humming/restore");
    assertThat(text("/knowledge/search?query=bulb")).contains("No article has a word of it");
    assertThat(text("/knowledge/humming/1")).contains("Unscrew the bulb.", "Deleted by lead");
    lead.post("/knowledge/humming/restore");
    assertThat(text("/knowledge/search?query=bulb")).contains("version 3");
  }

  @Test
  void whatSomebodyChangedMeanwhileIsNotDeletedUnseen() {
    write("Humming", "Old.");
    library().save(1, new ArticleText("humming", "Humming", "", List.of(), "New."), "Ada");

    assertThat(location(lead.post("/knowledge/humming/delete", "before", "1")))
        .isEqualTo("/knowledge/humming/2");
    assertThat(text("/knowledge/humming/2")).contains("Ada has changed it meanwhile");
    assertThat(library().now()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "reader, /knowledge, 200",
    "reader, /knowledge/humming/1, 200",
    "reader, /knowledge/search?query=bulb, 403",
    "reader, /knowledge/new, 403",
    "reviewer, /knowledge/search?query=bulb, 200",
    "reviewer, /knowledge/new, 403",
    "reviewer, /knowledge/humming/edit, 403",
    "lead, /knowledge/humming/edit, 200"
  })
  void readersReadReviewersSearchAndLeadsWrite(String role, String path, int status) {
    write("Humming", "Unscrew the bulb.");

    assertThat(desk.signedIn(role).get(path).statusCode()).isEqualTo(status);
  }

  @Test
  void onlyALeadChangesAnything() {
    write("Humming", "Unscrew the bulb.");
    Browser reviewer = desk.signedIn("reviewer");

    assertThat(reviewer.post("/knowledge/new", "title", "A", "text", "B").statusCode())
        .isEqualTo(403);
    assertThat(reviewer.post("/knowledge/humming/edit", "before", "1").statusCode()).isEqualTo(403);
    assertThat(reviewer.post("/knowledge/humming/delete", "before", "1").statusCode())
        .isEqualTo(403);
    assertThat(page(reviewer, "/knowledge").select("main form[method=post]")).isEmpty();
    assertThat(library().versions("humming")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</textarea><script>alert(1)</script>"
  })
  void hostileWordsAreOnlyWords(String words) {
    lead.post(
        "/knowledge/new",
        "id",
        "evil",
        "title",
        words,
        "category",
        words,
        "tags",
        words,
        "text",
        words);
    String encoded = URLEncoder.encode(words, StandardCharsets.UTF_8);

    for (String path :
        List.of(
            "/knowledge",
            "/knowledge/evil/1",
            "/knowledge/evil/edit",
            "/knowledge/search?query=alert",
            "/knowledge/search?query=" + encoded)) {
      Document page = page(lead, path);
      assertThat(page.select("main script, main img, main [onerror]")).as(path).isEmpty();
    }
    assertThat(page(lead, "/knowledge/evil/edit").select("textarea").first().wholeText().strip())
        .isEqualTo(words);
  }

  @Test
  void anArticleMayBeNamedInAnyScript() {
    String path = location(write("返品について", "30日以内に返品できます。"));

    assertThat(path).matches("/knowledge/[%0-9A-F]+/1");
    assertThat(text(path)).contains("30日以内に返品できます。");
    assertThat(page(lead, "/knowledge").select("tbody a").attr("href")).isEqualTo(path);
  }

  @Test
  void theTicketLinksToTheArticleAsTheAgentSawItWhichCountsAsUsed() {
    write("Humming", "Unscrew the bulb.");
    desk.ticket("TICKET-1", "It hums", "It hums all day.");
    desk.desk()
        .tickets()
        .record(
            new DeskCall("run-1", "call-1", "key-1", "draft_response", "{}"),
            work -> {
              Ticket mine = work.claimNext().orElseThrow();
              work.about(mine.id());
              work.read(mine, "hum", new Evidence("humming", 1, "Humming", "Unscrew the bulb."));
              work.draft(mine, "Please unscrew the bulb.", null, "model-1");
              work.complete(mine);
              return mine;
            });
    lead.post("/knowledge/humming/edit", "before", "1", "title", "Humming", "text", "Throw it.");

    assertThat(page(lead, "/tickets/1?tab=evidence").select("blockquote a").eachAttr("href"))
        .isNotEmpty()
        .containsOnly("/knowledge/humming/1");
    assertThat(text("/knowledge/humming/1")).contains("Unscrew the bulb.", "1 tickets");
    write("Flickering", "Turn it off.");
    assertThat(text("/knowledge")).contains("2 articles, 1 never used", "Humming");
    assertThat(page(lead, "/knowledge?only=unused").select("tbody a").eachText())
        .containsExactly("Flickering");
  }
}
