package dev.recap.cli;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.conversation.Usage;
import dev.recap.lab.scenario.Estimate;
import dev.recap.lab.scenario.ModelChoice;
import dev.recap.lab.scenario.StrategyName;
import dev.recap.lab.scenario.TicketSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Says what a real model will probably cost, and asks. */
final class Consent {
  private final BufferedReader in;
  private final PrintWriter out;

  Consent(BufferedReader in, PrintWriter out) {
    this.in = in;
    this.out = out;
  }

  boolean given(
      ModelChoice.Anthropic model,
      List<StrategyName> runs,
      TicketSource tickets,
      ModelCatalog catalog)
      throws IOException {
    out.println(question(model.name(), Estimate.of(runs, tickets.count()), catalog));
    out.flush();
    String answer = in.readLine();
    if (answer == null) {
      throw new IllegalArgumentException("nobody is there to answer: add --yes to go on");
    }
    return answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  static String question(String name, List<Usage> requests, ModelCatalog catalog) {
    Usage expected = requests.stream().reduce(Usage.NONE, Usage::plus);
    String money =
        catalog
            .profile(name)
            .knownPrices()
            .map(prices -> requests.stream().mapToDouble(prices::uncached).sum())
            .map(", at most $%.2f without caching"::formatted)
            .orElse("; its price is not known here");
    return "This sends about %,d tokens to %s and gets about %,d back%s. Go on? [y/N] "
        .formatted(expected.promptTokens(), name, expected.outputTokens(), money);
  }
}
