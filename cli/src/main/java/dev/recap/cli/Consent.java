package dev.recap.cli;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.conversation.Usage;
import dev.recap.lab.report.Verdict;
import dev.recap.lab.scenario.Estimate;
import dev.recap.lab.scenario.ModelChoice;
import dev.recap.lab.scenario.StrategyName;
import dev.recap.model.ModelProfile;
import dev.recap.model.Prices;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a real model is going to do and what that will probably cost, and asks. */
final class Consent {
  /** As long before as the vendor gives notice. */
  private static final int NOTICE_DAYS = 60;

  private final BufferedReader in;
  private final PrintWriter out;

  Consent(BufferedReader in, PrintWriter out) {
    this.in = in;
    this.out = out;
  }

  /**
   * What is going to happen.
   *
   * @param tickets that each run works through
   * @param mostDollars for all runs together; infinite for no limit
   * @param record where everything is kept; null for nowhere
   */
  record Plan(
      ModelChoice.Anthropic model,
      List<StrategyName> runs,
      int tickets,
      double mostDollars,
      @Nullable Path record) {

    /** In sentences. */
    List<String> lines(ModelCatalog catalog) {
      ModelProfile profile = catalog.profile(model.name());
      List<String> lines = new ArrayList<>();
      lines.add(
          "This plays %s on %s%s, %s each."
              .formatted(
                  runs.stream().map(StrategyName::label).collect(Collectors.joining(", ")),
                  model.name(),
                  model.baseUrl() == null ? "" : " at " + model.baseUrl(),
                  Verdict.counted(tickets, "ticket")));
      if (!catalog.knows(model.name())) {
        lines.add(
            "%s is not in the price table: it may be misspelt or too new for it."
                .formatted(model.name()));
      }
      profile
          .retirement()
          .filter(day -> !model.day().plusDays(NOTICE_DAYS).isBefore(day))
          .ifPresent(day ->
              lines.add("%s may not answer any more from %s on.".formatted(model.name(), day)));
      lines.add(
          cost(
              Estimate.of(runs, tickets, profile),
              profile.knownPrices().orElse(null),
              catalog.date()));
      lines.add(
          mostDollars < Double.POSITIVE_INFINITY
              ? "No request is sent that could take all runs together above %s."
                  .formatted(Verdict.dollars(mostDollars))
              : "Nothing limits what it costs: --dollars does.");
      if (record != null) {
        lines.add("All that is said is kept in %s as it is said.".formatted(record));
      }
      return lines.stream().flatMap(line -> ScreenText.wrap(line, "").stream()).toList();
    }

    private static String cost(List<Usage> requests, @Nullable Prices prices, String date) {
      Usage expected = requests.stream().reduce(Usage.NONE, Usage::plus);
      String tokens =
          "It sends about %,d tokens and gets about %,d back, thinking not counted"
              .formatted(expected.promptTokens(), expected.outputTokens());
      return prices == null
          ? tokens + "; the price is not known here."
          : "%s: about $%.2f without caching, at %s dollars per million tokens%s (table of %s)."
              .formatted(
                  tokens,
                  requests.stream().mapToDouble(prices::uncached).sum(),
                  listed(prices),
                  prices.steps().stream()
                      .map(step ->
                          ", above %,d tokens %s"
                              .formatted(step.promptTokens(), listed(step.prices())))
                      .collect(Collectors.joining()),
                  date);
    }

    private static String listed(Prices prices) {
      return "%.2f in, %.2f cache write, %.2f cache read and %.2f out"
          .formatted(prices.input(), prices.cacheWrite(), prices.cacheRead(), prices.output());
    }
  }

  /** Asks whether to go on. */
  boolean given() throws IOException {
    out.print("Go on? [y/N] ");
    out.flush();
    String answer = in.readLine();
    if (answer == null) {
      throw new IllegalArgumentException("nobody is there to answer: add --yes to go on");
    }
    return answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }
}
