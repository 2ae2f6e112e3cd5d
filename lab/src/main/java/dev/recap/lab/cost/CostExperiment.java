package dev.recap.lab.cost;

import dev.recap.lab.scenario.CurrentModel;
import dev.recap.lab.table.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Plays and computes what the strategies cost, and checks what is claimed about it. */
public final class CostExperiment {
  private final CostGrid setting;
  private final BookedRuns runs;
  private final Outcomes outcomes;

  /**
   * Nothing played yet.
   *
   * @param progress told of each run that is done, in a sentence; from several threads
   */
  public CostExperiment(CostGrid setting, Consumer<String> progress) {
    this.setting = setting;
    this.runs =
        new BookedRuns((play, left) ->
            progress.accept(
                "played %s, %d tickets; %d runs left"
                    .formatted(play.strategy().label(), play.tickets(), left)));
    this.outcomes = new Outcomes(runs, setting);
  }

  /**
   * What was found.
   *
   * @param findings the money; the totals are the claims
   * @param chart an SVG file
   */
  public record Found(Findings findings, String chart) {
    /** The names of the claims that do not hold. */
    public List<String> broken() {
      return findings.totals().entrySet().stream()
          .filter(claim -> claim.getValue() instanceof Claim checked && !checked.holds())
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  /** Plays, prices and checks. */
  public Found find() {
    runs.playAll(plays());
    List<MoneyRow> money = new ArrayList<>();
    for (int tickets : setting.tickets()) {
      for (int minimum : BookedRun.MINIMUMS) {
        money.addAll(money(tickets, minimum));
      }
    }
    Claims claims = claims();
    List<SweepRow> sweep = claims.sweep();
    Map<String, List<? extends Record>> others = new LinkedHashMap<>();
    others.put("law", claims.law());
    others.put("sweep", sweep);
    others.put("prompts", claims.prompts());
    var law = new LawCase(true, outcomes.lawSizes(Outcomes.STEADY), CurrentModel.PRICES);
    return new Found(new Findings(money, claims.all(), others), CostChart.svg(money, sweep, law));
  }

  private Claims claims() {
    return new Claims(setting, runs, outcomes);
  }

  private List<CostPlay> plays() {
    Stream<CostPlay> priced =
        setting.tickets().stream()
            .flatMap(tickets ->
                Stream.of(Way.values()).flatMap(way -> outcomes.plays(way, tickets).stream()));
    return Stream.concat(priced, claims().plays().stream()).distinct().toList();
  }

  private List<MoneyRow> money(int tickets, int minimum) {
    Optional<CostOutcome> none =
        outcomes.of(Way.NONE, tickets, minimum).stream().filter(CostOutcome::possible).findFirst();
    return Stream.of(Way.values())
        .map(way -> MoneyRow.of(way, tickets, minimum, outcomes.of(way, tickets, minimum), none))
        .toList();
  }
}
