package dev.recap.lab.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.lab.count.CallEvent;
import dev.recap.lab.report.RunReport.CompactionReport;
import dev.recap.lab.report.RunReport.ShownMessage;
import dev.recap.lab.report.RunReport.StoredTicket;
import dev.recap.lab.report.RunReport.Summary;
import dev.recap.lab.report.RunReport.Tokens;
import dev.recap.lab.report.RunReport.ToolCalls;
import dev.recap.lab.report.RunReport.TurnReport;
import dev.recap.lab.report.ScenarioReport.Asked;
import dev.recap.lab.report.ScenarioReport.ModelReport;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {

  @Test
  void whatCustomersAndModelsWroteCannotBecomeMarkup() {
    String page = HtmlReport.of(figures("<script>alert(1)</script>", "\"><img src=x>{{rows}}"));

    assertThat(page)
        .doesNotContain("<script>")
        .doesNotContain("<img")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</pre></style><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "\" onmouseover=\"alert(1)",
        "{{rows}} {{style}}",
        "a\u202Egpj.exe \u2066 \u200F \u061C",
        "half \uD800 of a pair, \u0000, \u001b[2J",
      })
  void nothingThatOthersWroteIsMoreThanText(String hostile) {
    String page = HtmlReport.of(figures(hostile, hostile));

    assertThat(page)
        .doesNotContain("<script", "<img", "{{", "onmouseover='", "onmouseover=\"")
        .doesNotContainPattern(
            "[\\p{Cs}\\u0000\\u001b\\u061C\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    assertThat(new String(page.getBytes(UTF_8), UTF_8)).isEqualTo(page);
  }

  @Test
  void aWordOfAHundredThousandLettersFitsIntoACell() {
    String page = HtmlReport.of(figures("done", "W".repeat(100_000)));

    assertThat(page).contains("... (100,000 characters)").doesNotContain("W".repeat(61));
  }

  @Test
  void thePolicyAllowsTheOneStyleSheetAndNothingElse() throws NoSuchAlgorithmException {
    String page = HtmlReport.of(figures("done", "Lamp"));

    String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
    String hash =
        Base64.getEncoder()
            .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8)));
    assertThat(page)
        .contains(
            "content=\"default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'\""
                .formatted(hash))
        .doesNotContain("<script", " style=\"", " src=", "<link", "@import", "url(")
        .doesNotContainPattern("<[^>]+ on[a-z]+=");
    assertThat(page.indexOf("Content-Security-Policy")).isLessThan(page.indexOf("<style>"));
  }

  @Test
  void aTicketHasItsOwnIdAndItsDraft() {
    assertThat(HtmlReport.of(figures("done", "Lamp")))
        .contains("TICKET-1 <small>(SHOP-7)</small>")
        .contains("<summary>Draft</summary><pre>Dear Ann,</pre>");
  }

  @Test
  void aRunThatDidNotFinishShowsNoSaving() {
    assertThat(HtmlReport.of(figures("done", "Lamp")))
        .contains("<p class=\"bad\">did not finish: 0 of 1</p>")
        .doesNotContain("saved</b>");
  }

  @Test
  void aRunWithoutPricesHasTokensAndNoMoney() {
    String page = HtmlReport.of(figures("done", "Lamp"));

    assertThat(page).contains("price not known").contains("120 <small>tokens</small>");
  }

  @Test
  void aLostCallIsMarkedInTheChartAndNamed() {
    assertThat(HtmlReport.of(figures("done", "Lamp")))
        .contains("<circle class=\"lost\"")
        .contains("LOST: set_priority of TICKET-1 in turn 2");
  }

  @Test
  void aCompactionIsMarkedInTheChartAndTheMarkOpensTheViewBeforeAndAfter() {
    String page = HtmlReport.of(figures("done", "Lamp"));

    assertThat(page)
        .contains("<a href=\"#tutorial-0\"><circle class=\"mark tutorial\"")
        .contains("id=\"tutorial-0\"")
        .contains("<b>assistant</b><pre class=\"left\">set_priority {}</pre>")
        .contains("<b>user</b><pre class=\"both\">Work &lt;b&gt;hard&lt;/b&gt;</pre>")
        .contains("3 messages became 1");
  }

  @Test
  void aRealModelIsNotCalledSimulatedAndHasItsDay() {
    assertThat(HtmlReport.of(asked(null)))
        .contains("REAL MODEL", "m, a REAL model, on 2026-11-29")
        .doesNotContain("SIMULATED");
  }

  @Test
  void whateverAnswersElsewhereIsNotCalledReal() {
    assertThat(HtmlReport.of(asked("http://127.0.0.1:8808")))
        .contains("ANOTHER ADDRESS", "whatever answers as m at http://127.0.0.1:8808")
        .doesNotContain("REAL", "SIMULATED");
  }

  private static ScenarioReport asked(@Nullable String address) {
    var model = new ModelReport("m", false, "m", "", new Asked("2026-11-29", address));
    return new ScenarioReport(1, 1, model, 5_000, null, List.of(), List.of());
  }

  private static ScenarioReport figures(String answer, String subject) {
    var run =
        new RunReport(
            "tutorial",
            2,
            0,
            1,
            new Tokens(100, 0, 0, 10, new Summary(1, 1, List.of(), 8, 2), 120),
            null,
            new ToolCalls(2, 1, 0, 0, 0, 1),
            0,
            false,
            List.of(new TurnReport(1, 50, 5, 1, false), new TurnReport(2, 50, 5, 3, false)),
            List.of(new CompactionReport("tutorial", 1, "gone", before(), before().subList(0, 1))),
            List.of(),
            List.of(new CallEvent(CallEvent.Kind.LOST, 2, "set_priority", "TICKET-1")),
            List.of(
                new StoredTicket(
                    "TICKET-1", "SHOP-7", subject, "in_progress", "billing", "", "", "Dear Ann,")),
            answer,
            "END_TURN");
    return new ScenarioReport(
        42,
        1,
        new ModelReport("simulator", true, "claude-sonnet-5-5", "faithful", null),
        5_000,
        null,
        List.of(run),
        List.of());
  }

  private static List<ShownMessage> before() {
    return List.of(
        new ShownMessage("user", List.of("Work <b>hard</b>")),
        new ShownMessage("assistant", List.of("set_priority {}")),
        new ShownMessage("user", List.of("done")));
  }
}
