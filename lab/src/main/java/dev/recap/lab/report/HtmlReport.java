package dev.recap.lab.report;

import dev.recap.lab.report.RunReport.CompactionReport;
import dev.recap.lab.report.RunReport.Cost;
import dev.recap.lab.report.RunReport.StoredTicket;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One self-contained page: the verdict, a card a run, the chart, claims beside the store, figures.
 */
public final class HtmlReport {
  private final ScenarioReport figures;
  private final Verdict verdict;

  private HtmlReport(ScenarioReport figures) {
    this.figures = figures;
    this.verdict = new Verdict(figures);
  }

  /** The page. It loads nothing, and all foreign text in it is escaped. */
  public static String of(ScenarioReport figures) {
    return new HtmlReport(figures).page();
  }

  private String page() {
    return template()
        .replace("{{verdict}}", escape(verdict.money()))
        .replace("{{badge}}", escape(figures.model().rehearsal() ? "REHEARSAL" : "REAL MODEL"))
        .replace("{{model}}", escape(verdict.model()))
        .replace(
            "{{scenario}}",
            "%,d tickets, seed %d, threshold %,d tokens"
                .formatted(figures.tickets(), figures.seed(), figures.threshold()))
        .replace("{{cards}}", each(this::card))
        .replace("{{chart}}", new SawtoothChart(figures.runs()).svg())
        .replace("{{claims}}", each(this::claim))
        .replace("{{rows}}", each(this::row))
        .replace("{{compactions}}", each(this::compactions))
        .replace("{{sheets}}", each(run -> new BeforeAndAfter(run).sheets()));
  }

  private String each(Function<RunReport, String> part) {
    return figures.runs().stream().map(part).collect(Collectors.joining("\n"));
  }

  private String card(RunReport run) {
    boolean wrong = run.toolCalls().lost() + run.toolCalls().repeated() > 0;
    return """
    <article class="card %s"><h2><i class="dot %s"></i>%s</h2>
    <p class="big">%,d <small>tokens%s</small></p>
    <p>%s</p>
    <p class="%s">%d lost, %d repeated</p>
    <p>%d of %d tickets</p></article>\
    """
        .formatted(
            wrong ? "wrong" : "right",
            run.name(),
            run.name(),
            run.tokens().totalTokens(),
            share(run),
            cost(run),
            wrong ? "bad" : "good",
            run.toolCalls().lost(),
            run.toolCalls().repeated(),
            run.ticketsComplete(),
            figures.tickets());
  }

  private static String cost(RunReport run) {
    Cost cost = run.cost();
    return cost == null
        ? "price not known"
        : Verdict.dollars(cost.cached()) + " <small>with caching</small>";
  }

  private String share(RunReport run) {
    return figures.saved().stream()
        .filter(saved -> saved.run().equals(run.name()))
        .map(saved -> ", %.1f %% saved".formatted(saved.share() * 100))
        .findFirst()
        .orElse("");
  }

  private String claim(RunReport run) {
    String claimed =
        run.answer().isBlank()
            ? "<em>no closing account (%s)</em>".formatted(escape(run.ended()))
            : "<pre>%s</pre>".formatted(escape(run.answer()));
    String happened =
        verdict.happened(run).stream()
            .map(sentence -> "<li>%s</li>".formatted(escape(sentence)))
            .collect(Collectors.joining());
    String store = run.store().stream().map(HtmlReport::ticket).collect(Collectors.joining());
    return """
    <details%s><summary><i class="dot %s"></i>%s</summary><div class="pair">
    <section><h3>What it claimed</h3>%s</section>
    <section><h3>What the store has</h3><ul>%s</ul><table><tr><th>Ticket</th><th>Status</th>
    <th>Category</th><th>Priority</th><th>Team</th></tr>%s</table></section></div></details>\
    """
        .formatted(
            run.name().equals("fresh") ? "" : " open",
            run.name(),
            run.name(),
            claimed,
            happened,
            store);
  }

  private static String ticket(StoredTicket ticket) {
    return "<tr><td title=\"%s\">%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
        .formatted(
            escape(ticket.subject()),
            escape(ticket.id()),
            escape(ticket.status()),
            escape(ticket.category()),
            escape(ticket.priority()),
            escape(ticket.team()));
  }

  private String row(RunReport run) {
    Cost cost = run.cost();
    return """
    <tr><th><i class="dot %s"></i>%s</th><td>%d</td><td>%d</td><td>%d</td><td>%,d</td>\
    <td>%,d</td><td>%s</td><td>%s</td><td>%d</td><td>%d</td><td>%d</td><td>%s</td>\
    <td>%d/%d</td></tr>\
    """
        .formatted(
            run.name(),
            run.name(),
            run.turns(),
            run.folds(),
            run.compactions(),
            run.tokens().totalTokens(),
            run.tokens().summary().inputTokens() + run.tokens().summary().outputTokens(),
            cost == null ? "-" : Verdict.dollars(cost.uncached()),
            cost == null ? "-" : Verdict.dollars(cost.cached()),
            run.toolCalls().lost(),
            run.toolCalls().repeated(),
            run.toolCalls().redone(),
            run.taskAlwaysInView() ? "always" : "lost",
            run.ticketsComplete(),
            figures.tickets());
  }

  private String compactions(RunReport run) {
    return run.perCompaction().stream()
        .map(done -> compaction(run, done))
        .collect(Collectors.joining("\n"));
  }

  private static String compaction(RunReport run, CompactionReport done) {
    return """
    <details><summary><i class="dot %s"></i>%s: %s after turn %d, %d messages to %d</summary>
    <pre>%s</pre></details>\
    """
        .formatted(
            run.name(),
            run.name(),
            escape(done.stage()),
            done.afterTurn(),
            done.messagesBefore(),
            done.messagesAfter(),
            escape(done.text()));
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("{{", "{\u200b{");
  }

  private static String template() {
    try (InputStream page = HtmlReport.class.getResourceAsStream("report.html")) {
      return new String(
          Objects.requireNonNull(page, "report.html").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
