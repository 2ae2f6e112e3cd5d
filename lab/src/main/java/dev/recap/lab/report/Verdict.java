package dev.recap.lab.report;

import dev.recap.lab.report.RunReport.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sentences that a report computes from its figures. */
public final class Verdict {
  private final ScenarioReport figures;

  public Verdict(ScenarioReport figures) {
    this.figures = figures;
  }

  /** Which model answered, and what it is. */
  public String model() {
    return figures.model().rehearsal()
        ? "REHEARSAL: fixed rules, not an LLM; nothing was spent (priced as %s)"
            .formatted(figures.model().pricedAs())
        : figures.model().name();
  }

  /** The money with prompt caching, compared; without prices the tokens. */
  public String money() {
    Optional<RunReport> recap = figures.run("recap");
    Optional<RunReport> baseline = figures.run("baseline");
    if (recap.isEmpty() || baseline.isEmpty()) {
      return "Play baseline and recap together to compare them.";
    }
    Cost ours = recap.get().cost();
    Cost theirs = baseline.get().cost();
    if (ours == null || theirs == null) {
      return "recap sent and got %,d tokens, the baseline %,d; prices are not known."
          .formatted(recap.get().tokens().totalTokens(), baseline.get().tokens().totalTokens());
    }
    return "With prompt caching recap cost %s and the baseline %s: %s.%s"
        .formatted(
            dollars(ours.cached()),
            dollars(theirs.cached()),
            comparison(ours.cached(), theirs.cached()),
            tutorial(theirs));
  }

  /** What happened in one run, in short sentences. */
  public List<String> happened(RunReport run) {
    List<String> sentences = new ArrayList<>();
    if (run.ticketsComplete() < figures.tickets()) {
      sentences.add(
          "%d of %d tickets complete (%s)"
              .formatted(run.ticketsComplete(), figures.tickets(), run.ended()));
    }
    run.callEvents().forEach(event -> sentences.add(Events.sentence(event)));
    if (run.callEvents().isEmpty()) {
      sentences.add("no call lost, repeated or redone");
    }
    RunReport.Summary summary = run.tokens().summary();
    if (summary.calls() > 0) {
      String use =
          summary.rejected().isEmpty() ? "" : ", %d rejected".formatted(summary.rejected().size());
      String hidden = run.name().equals("tutorial") ? " that its own totals hide" : "";
      sentences.add(
          "%,d tokens in %d summary %s%s%s"
              .formatted(
                  summary.inputTokens() + summary.outputTokens(),
                  summary.calls(),
                  summary.calls() == 1 ? "call" : "calls",
                  use,
                  hidden));
    }
    sentences.add(run.taskAlwaysInView() ? "task always in view" : "the task went out of view");
    return sentences;
  }

  /** Dollars with as many digits as make sense. */
  public static String dollars(double amount) {
    return amount < 1 ? "$%.4f".formatted(amount) : "$%,.2f".formatted(amount);
  }

  private String tutorial(Cost baseline) {
    return figures
        .run("tutorial")
        .map(RunReport::cost)
        .map(cost ->
            " The tutorial's way cost %s: %s."
                .formatted(dollars(cost.cached()), comparison(cost.cached(), baseline.cached())))
        .orElse("");
  }

  private static String comparison(double ours, double theirs) {
    double share = 1 - ours / theirs;
    return share >= 0
        ? "%.1f %% less".formatted(share * 100)
        : "%.1f %% more".formatted(-share * 100);
  }
}
