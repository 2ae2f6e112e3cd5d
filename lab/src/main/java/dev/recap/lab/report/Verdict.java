package dev.recap.lab.report;

import dev.recap.lab.report.RunReport.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sentences that a report computes from its figures. */
public final class Verdict {
  private static final List<String> COMPACTED = List.of("recap", "recall", "summary", "tutorial");

  private final ScenarioReport figures;

  public Verdict(ScenarioReport figures) {
    this.figures = figures;
  }

  /** Which model answered, and what it is. */
  public String model() {
    ScenarioReport.Asked asked = figures.model().asked();
    if (asked == null) {
      return "SIMULATED: fixed rules, not an LLM; nothing was spent (priced as %s)"
          .formatted(figures.model().pricedAs());
    }
    return asked.address() == null
        ? "%s, a REAL model, on %s".formatted(figures.model().name(), asked.day())
        : "whatever answers as %s at %s, on %s"
            .formatted(figures.model().name(), asked.address(), asked.day());
  }

  /** The same in a word or two. */
  String badge() {
    ScenarioReport.Asked asked = figures.model().asked();
    return asked == null ? "SIMULATED" : asked.address() == null ? "REAL MODEL" : "ANOTHER ADDRESS";
  }

  /**
   * Recap beside the baseline and beside {@code summary}, the tutorial without its faults: in money
   * with prompt caching, without prices in tokens. A run that did not finish is compared with
   * nothing.
   */
  public String money() {
    Optional<RunReport> recap = figures.run("recap");
    Optional<RunReport> baseline = figures.run("baseline");
    if (recap.isEmpty() || baseline.isEmpty()) {
      return "Play baseline and recap together to compare them.";
    }
    List<String> sentences = new ArrayList<>();
    if (recap.get().didNotFinish() != null) {
      sentences.add("recap did not finish: %s.".formatted(recap.get().didNotFinish()));
    } else {
      List<String> beside = new ArrayList<>(List.of(beside(recap.get(), baseline.get())));
      figures
          .run("summary")
          .ifPresent(summary ->
              beside.add(beside(recap.get(), summary) + ", the tutorial's way repaired"));
      sentences.add(
          "%s %s: %s."
              .formatted(
                  recap.get().cost() == null ? "recap took" : "With prompt caching recap cost",
                  amount(recap.get()),
                  String.join(", ", beside)));
    }
    figures
        .run("tutorial")
        .ifPresent(tutorial ->
            sentences.add(
                tutorial.didNotFinish() == null
                    ? "The tutorial's way as published: %s."
                        .formatted(beside(tutorial, baseline.get()))
                    : "The tutorial's way as published did not finish: %s."
                        .formatted(tutorial.didNotFinish())));
    return String.join(" ", sentences);
  }

  /** What happened in one run, in short sentences. */
  public List<String> happened(RunReport run) {
    List<String> sentences = new ArrayList<>();
    if (run.didNotFinish() != null) {
      sentences.add("did not finish: %s (%s)".formatted(run.didNotFinish(), run.ended()));
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
          "%,d tokens in %s%s%s"
              .formatted(summary.tokens(), counted(summary.calls(), "summary call"), use, hidden));
    }
    sentences.add(run.taskAlwaysInView() ? "task always in view" : "the task went out of view");
    return sentences;
  }

  /** The run that stands for compaction beside the baseline; empty when none was played. */
  public Optional<RunReport> compacted() {
    return COMPACTED.stream().flatMap(name -> figures.run(name).stream()).findFirst();
  }

  /** How a run kept its view small, such as {@code 5 folds, no summary was written}. */
  public static String compactions(RunReport run) {
    int summaries = run.tokens().summary().adopted();
    int others = run.compactions() - summaries;
    List<String> parts = new ArrayList<>();
    if (run.folds() > 0) {
      parts.add(counted(run.folds(), "fold"));
    }
    if (others > 0) {
      parts.add(counted(others, "other"));
    }
    int rejected = run.tokens().summary().rejected().size();
    if (summaries > 0 || rejected == 0) {
      parts.add(summaries == 0 ? "no summary was written" : counted(summaries, "summary"));
    }
    if (rejected > 0) {
      parts.add(counted(rejected, "rejected summary"));
    }
    return String.join(", ", parts);
  }

  /** The share saved against the baseline, with a per cent sign; {@code -} where there is none. */
  public String saved(RunReport run) {
    return figures.saved().stream()
        .filter(saved -> saved.run().equals(run.name()))
        .map(saved -> percent(saved.share()))
        .findFirst()
        .orElse("-");
  }

  public static String percent(double share) {
    return "%.1f %%".formatted(share * 100);
  }

  /** Dollars with as many digits as make sense. */
  public static String dollars(double amount) {
    String format = amount < 1 ? "$%.4f" : amount < 10_000 ? "$%,.2f" : "$%,.0f";
    return format.formatted(amount);
  }

  /** So many of a thing. */
  public static String counted(int count, String thing) {
    String many =
        thing.endsWith("y") ? thing.substring(0, thing.length() - 1) + "ies" : thing + "s";
    return "%,d %s".formatted(count, count == 1 ? thing : many);
  }

  private String amount(RunReport run) {
    Cost cost = run.cost();
    return cost == null
        ? "%,d tokens".formatted(run.tokens().totalTokens())
        : dollars(cost.cached());
  }

  private String beside(RunReport run, RunReport other) {
    String name = other.name().equals("baseline") ? "the baseline" : other.name();
    if (other.didNotFinish() != null) {
      return "not compared with %s, which did not finish (%s)"
          .formatted(name, other.didNotFinish());
    }
    Cost ours = run.cost();
    Cost theirs = other.cost();
    double share =
        ours == null || theirs == null
            ? 1 - run.tokens().totalTokens() / (double) other.tokens().totalTokens()
            : 1 - ours.cached() / theirs.cached();
    return "%s %s than %s (%s)"
        .formatted(percent(Math.abs(share)), share >= 0 ? "less" : "more", name, amount(other));
  }
}
