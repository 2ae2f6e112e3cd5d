package dev.recap.desk.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.review.Finding;
import dev.recap.desk.review.Finding.Kind;
import dev.recap.desk.ticket.Evidence;
import dev.recap.desk.trial.TrialPair.Ground;
import dev.recap.desk.trial.TrialResult.About;
import dev.recap.desk.trial.TrialResult.Reason;
import dev.recap.desk.trial.TrialResult.Spending;
import dev.recap.desk.trial.TrialResult.Tickets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialPageTest {
  private static final String HOSTILE =
      "</pre><script>alert(1)</script><img src=x onerror='alert(1)'>{{pairs}}\u202E\u0000";

  static TrialResult result(boolean simulated, String text) {
    var human = new Decisions(text, "low", null, text);
    var agent = new Decisions("billing", "low", "north", text);
    var pair =
        new TrialPair(
            1,
            text,
            text,
            text,
            human,
            agent,
            new Ground(
                text,
                List.of(new Evidence(text, 1, text, text)),
                List.of(new Finding(Kind.MONEY, 0, text.length(), text, text))),
            TrialPair.differing(human, agent));
    List<FieldAgreement> fields =
        Arrays.stream(Field.values())
            .map(field -> FieldAgreement.of(field, List.of(pair)))
            .toList();
    return new TrialResult(
        TrialResult.FORM,
        new About("id", text, "2026-11-29T00:00:00Z", text, text, simulated, text, "done", text),
        new Tickets(2, 1, 1, 1),
        new Spending(1_000, 0.5, 2.0, 1_000L, 0.5, 1.25),
        fields,
        List.of(new Reason(text, 1)),
        List.of(pair));
  }

  @Test
  void whatOthersWroteIsTextAndNothingElse() {
    String page = TrialPage.of(result(false, HOSTILE));

    assertThat(page)
        .doesNotContain("<script", "<img", "onerror='", "{{", "\u202E", "\u0000")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @Test
  void itLoadsNothingAndRunsNothing() {
    String page = TrialPage.of(result(false, "text"));

    assertThat(page)
        .contains("default-src 'none'; style-src 'sha256-")
        .doesNotContain("http:", "https:", "src=", "@import", "url(", "<link", "javascript:")
        .doesNotContainPattern("\\son[a-z]+=")
        .doesNotContain("style=");
  }

  @Test
  void aSimulatedModelIsNamedSoAtTheTop() {
    assertThat(TrialPage.of(result(true, "text")))
        .contains("<span class=\"badge\">SIMULATED</span>", "goes by fixed rules");
    assertThat(TrialPage.of(result(false, "text"))).doesNotContain("SIMULATED", "fixed rules");
  }

  @Test
  void bothStandSideBySideAndAreFoundByWhatDiffers() {
    String page = TrialPage.of(result(false, "other"));

    assertThat(page)
        .contains("A person replied", "The agent's draft")
        .contains("&ne; category: person other, agent billing", "= priority: low")
        .contains("<article class=\"pair differ category person flagged\" id=\"t1\">")
        .contains("<a href=\"#category\">Differ in category (1)</a>")
        .contains("<a href=\"#t1\">other</a>")
        .doesNotContain("Differ in team");
  }

  @Test
  void whatStandsInNoSourceIsMarkedInTheDraftAndSaidWhy() {
    assertThat(TrialPage.of(result(false, "$50")))
        .contains("<pre dir=\"auto\"><mark>$50</mark></pre>")
        .contains("<li><mark>$50</mark> $50</li>", "In 1 of 1 drafts something stands in no source")
        .contains("<a href=\"#flagged\">Draft to be checked (1)</a>");
  }

  @Test
  void fewTicketsAndThoseThatWereNotWorkedAreSaid() {
    assertThat(TrialPage.of(result(false, "text")))
        .contains("0 of 1 agree", "95 % interval: 0.0 to 79.3 %", "1 ticket was not worked")
        .contains("With 1 ticket every figure is rough");
  }
}
