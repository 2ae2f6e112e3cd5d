package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages show of the agent's work: a shift, its books, a trial. */
class AgentPagesTest {
  @TempDir private Path folder;

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String token(String html) {
    Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]*)\"").matcher(html);
    assertThat(token.find()).as(html).isTrue();
    return token.group(1);
  }

  @Nested
  class AShift {
    @Test
    void isWorkedAndItsBooksAreOpen() {
      try (ServedDesk desk = ServedDesk.with(new ByRote("TICKET-1"), folder)) {
        desk.ticket("TICKET-1", "Charged twice", "I was charged twice.");
        Browser browser = desk.browser();
        String shift = location(browser.post("/shifts", "model", "rote"));
        String id = shift.substring(shift.lastIndexOf('/') + 1);
        desk.desk().work().shifts().await(id);

        assertThat(browser.get(shift).body())
            .contains("done", "1 of 1", "SIMULATED", "mark_complete");
        assertThat(browser.get("/hood").body()).contains(id, "SIMULATED", "7,000");
        assertThat(browser.get("/hood/" + id).body())
            .contains("TICKET-1", "closed", "mark_complete:", "CONFIRMED", "ended: ");
        assertThat(browser.get("/hood/" + id + "?before=3").body()).doesNotContain("ended: ");
        assertThat(browser.get("/hood/none").statusCode()).isEqualTo(404);
        assertThat(browser.get("/hood/" + id + "?worker=7").statusCode()).isEqualTo(404);
        assertThat(browser.post(shift + "/resume").statusCode()).isEqualTo(409);
      }
    }
  }

  @Nested
  class ATrial {
    private static final String ANSWERED =
        """
        id,subject,description,category,priority,team,reply
        A-1,<b>Charged</b> twice,I was charged twice.,billing,high,billing-team,"We are sorry."
        """;

    private static String[] form(String token, String model) {
      return new String[] {
        "token",
        token,
        "name",
        "answered.csv",
        "model",
        model,
        "column-id",
        "id",
        "column-subject",
        "subject",
        "column-description",
        "description",
        "column-category",
        "category",
        "column-priority",
        "priority",
        "column-team",
        "team",
        "column-reply",
        "reply"
      };
    }

    @Test
    void isOrderedWorkedComparedAndRated() {
      try (ServedDesk desk = ServedDesk.with(new ByRote("A-1"), folder)) {
        Browser browser = desk.browser();
        String look = browser.upload("/trials", "answered.csv", ANSWERED).body();
        assertThat(look).contains("SIMULATED", "1 ticket: about");
        String trial = location(browser.post("/trials/start", form(token(look), "rote")));
        desk.desk().work().trials().await(trial.substring(trial.lastIndexOf('/') + 1));

        assertThat(browser.get(trial).body())
            .contains("category in 1 of 1, priority in 1 of 1, team in 1 of 1")
            .contains("We are sorry.", "We pay it back.", "no article was found")
            .contains("&lt;b&gt;Charged&lt;/b&gt; twice")
            .doesNotContain("<b>Charged");
        assertThat(browser.get(trial + "?only=flagged").body()).doesNotContain("We are sorry.");
        location(browser.post(trial + "/rate", "ticket", "A-1", "rating", "human better"));
        assertThat(browser.get(trial).body()).contains("human better: 1");
        assertThat(browser.get("/trials").body()).contains("answered.csv", "done");
        // Only what came of it is left, in the desk's database.
        assertThat(folder.resolve("trials")).isEmptyDirectory();
      }
    }

    @Test
    void ofAModelThatCostsMoneyNeedsALimitAndSaysWhatIsWrongWithAFile() {
      try (ServedDesk desk = ServedDesk.with(new ByRote("A-1"), folder)) {
        Browser browser = desk.browser();
        String look = browser.upload("/trials", "answered.csv", ANSWERED).body();
        String[] paid = form(token(look), "paid");

        HttpResponse<String> refused = browser.post("/trials/start", paid);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("dollars is missing");
        assertThat(browser.post("/trials/look", paid).body()).contains("dollars is missing");
        assertThat(browser.upload("/trials", "x.csv", "id,text\n1,It hums.\n").body())
            .contains("none has a person");
        assertThat(browser.upload("/trials", "x.csv", "").statusCode()).isEqualTo(400);
        assertThat(browser.get("/trials/none").statusCode()).isEqualTo(404);
        assertThat(browser.post("/trials/none/resume").statusCode()).isEqualTo(404);
      }
    }
  }
}
