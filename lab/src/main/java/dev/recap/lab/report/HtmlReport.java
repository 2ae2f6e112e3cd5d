package dev.recap.lab.report;

import dev.recap.lab.report.RunReport.CompactionReport;
import dev.recap.lab.report.RunReport.Cost;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One self-contained page: the verdict, a card a run, the chart, claims beside the store, figures.
 */
public final class HtmlReport {
  static final String STYLE = resource("report.css");

  private final ScenarioReport figures;
  private final Verdict verdict;

  private HtmlReport(ScenarioReport figures) {
    this.figures = figures;
    this.verdict = new Verdict(figures);
  }

  /**
   * The page. It loads nothing and has no script; all foreign text in it is escaped, and its
   * content security policy allows this one style sheet alone.
   */
  public static String of(ScenarioReport figures) {
    return new HtmlReport(figures).page();
  }

  private String page() {
    return resource("report.html")
        .replace("{{style}}", STYLE)
        .replace("{{stylehash}}", sha256(STYLE))
        .replace("{{verdict}}", HtmlText.escape(verdict.money()))
        .replace("{{badge}}", verdict.badge())
        .replace("{{model}}", HtmlText.escape(verdict.model()))
        .replace(
            "{{scenario}}",
            "%s%s, threshold %,d tokens"
                .formatted(
                    Verdict.counted(figures.tickets(), "ticket"),
                    figures.seed() == 0 ? "" : ", seed " + figures.seed(),
                    figures.threshold()))
        .replace("{{cards}}", each(this::card))
        .replace("{{legend}}", each(run -> "<span>%s</span>".formatted(named(run))))
        .replace("{{chart}}", chart(SawtoothChart.Shape.WIDE) + chart(SawtoothChart.Shape.NARROW))
        .replace("{{claims}}", each(run -> new ClaimAndStore(run, verdict).html()))
        .replace("{{rows}}", each(this::row))
        .replace("{{compactions}}", each(this::compactions))
        .replace("{{sheets}}", each(run -> new BeforeAndAfter(run).sheets()));
  }

  private String each(Function<RunReport, String> part) {
    return figures.runs().stream().map(part).collect(Collectors.joining("\n"));
  }

  private String chart(SawtoothChart.Shape shape) {
    return new SawtoothChart(figures.runs(), shape).svg();
  }

  private static String named(RunReport run) {
    return "<i class=\"dot %s\"></i>%s".formatted(run.name(), run.name());
  }

  private String card(RunReport run) {
    boolean wrong =
        run.toolCalls().lost() + run.toolCalls().repeated() > 0 || run.didNotFinish() != null;
    return """
    <article class="card %s"><h2>%s</h2>
    <p class="big">%,d <small>tokens</small></p>
    %s
    <p>%s</p>
    <p class="%s">%,d lost, %,d repeated</p></article>\
    """
        .formatted(
            wrong ? "wrong" : "right",
            named(run),
            run.tokens().totalTokens(),
            outcome(run),
            cost(run),
            wrong ? "bad" : "good",
            run.toolCalls().lost(),
            run.toolCalls().repeated());
  }

  /** How far it came, and what it saved if that was all the way. */
  private String outcome(RunReport run) {
    if (run.didNotFinish() != null) {
      return "<p class=\"bad\">did not finish: %s</p>".formatted(run.didNotFinish());
    }
    String saved = verdict.saved(run);
    return "<p>%s done</p>%s"
        .formatted(
            Verdict.counted(run.ticketsComplete(), "ticket"),
            saved.equals("-") ? "" : "<p><b>%s saved</b></p>".formatted(saved));
  }

  private static String cost(RunReport run) {
    Cost cost = run.cost();
    return cost == null
        ? "price not known"
        : Verdict.dollars(cost.cached()) + " <small>with caching</small>";
  }

  private String row(RunReport run) {
    Cost cost = run.cost();
    return """
    <tr><th>%s</th><td>%,d</td><td>%,d</td><td>%,d</td><td>%,d</td><td>%,d</td><td>%s</td>\
    <td>%s</td><td>%s</td><td>%,d</td><td>%,d</td><td>%,d</td><td>%s</td><td>%,d of %,d</td></tr>\
    """
        .formatted(
            named(run),
            run.turns(),
            run.folds(),
            run.compactions(),
            run.tokens().totalTokens(),
            run.tokens().summary().tokens(),
            verdict.saved(run),
            cost == null ? "-" : Verdict.dollars(cost.uncached()),
            cost == null ? "-" : Verdict.dollars(cost.cached()),
            run.toolCalls().lost(),
            run.toolCalls().repeated(),
            run.toolCalls().redone(),
            run.taskAlwaysInView() ? "always" : "lost",
            run.ticketsComplete(),
            run.store().size());
  }

  private String compactions(RunReport run) {
    return BeforeAndAfter.shown(run)
        .mapToObj(i -> compaction(run, run.perCompaction().get(i)))
        .collect(Collectors.joining("\n"));
  }

  private static String compaction(RunReport run, CompactionReport done) {
    return """
    <details><summary><i class="dot %s"></i>%s</summary><pre>%s</pre></details>\
    """
        .formatted(run.name(), BeforeAndAfter.title(run, done), HtmlText.escape(done.text()));
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream stream = HtmlReport.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
