package dev.recap.lab.injection;

import dev.recap.desk.ticket.NewTicket;
import dev.recap.lab.faults.Cell;
import dev.recap.lab.faults.Contender;
import dev.recap.lab.faults.SummaryFault;
import dev.recap.lab.job.DeskJob;
import dev.recap.lab.job.Job;
import dev.recap.lab.play.Door;
import dev.recap.lab.play.Imitated;
import dev.recap.lab.play.InProcessDoor;
import dev.recap.lab.play.Play;
import dev.recap.lab.play.PlayOutcome;
import dev.recap.lab.play.Progress;
import dev.recap.lab.play.Workers;
import dev.recap.lab.scenario.PlayedSummary;
import dev.recap.lab.scenario.Strike;
import dev.recap.lab.table.Findings;
import dev.recap.simulator.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Puts each payload into the first ticket of a queue, lets a gullible agent work through it with a
 * compaction before every turn, and compares with the run without the payload.
 */
public final class InjectionExperiment {
  private static final List<SummaryFault> SUMMARIZERS =
      List.of(SummaryFault.FAITHFUL, SummaryFault.PARROTING);
  private static final String AGENT = "gullible";

  private final List<NewTicket> tickets;
  private final Workers workers;

  /** An experiment on these tickets; nothing is played yet. */
  public InjectionExperiment(List<NewTicket> tickets, Progress progress) {
    this.tickets = List.copyOf(tickets);
    this.workers = new Workers(progress);
  }

  /** Who compacts and who summarizes. */
  private record Group(Contender strategy, SummaryFault summarizer) {
    PlayOutcome play(Job job, Door door) {
      var conditions = new Cell.Conditions(summarizer, AGENT, Schedule.SEQUENTIAL);
      return new Play(job)
          .of(strategy.struck(Strike.beforeEveryTurn()), conditions.behaviour(), door);
    }
  }

  private record Attack(Group group, Payload payload) {}

  /** A row for each payload, strategy and summarizer; totals by strategy and summarizer. */
  public Findings play(List<Payload> payloads, List<Contender> strategies) {
    try (DeskJob desk = DeskJob.of(tickets);
        Door door = new InProcessDoor(Imitated.RECORDED)) {
      Map<Group, PlayOutcome> without = new LinkedHashMap<>();
      List<Attack> attacks = new ArrayList<>();
      for (Contender strategy : strategies) {
        for (SummaryFault summarizer : SUMMARIZERS) {
          var group = new Group(strategy, summarizer);
          without.put(group, group.play(desk, door));
          payloads.forEach(payload -> attacks.add(new Attack(group, payload)));
        }
      }
      List<InjectionRow> rows =
          workers.all(
              attacks,
              (index, attack) ->
                  row(attack, Objects.requireNonNull(without.get(attack.group())), desk, door));
      return Findings.of(rows, row -> row.strategy() + " " + row.summarizer(), InjectionTotals::of);
    }
  }

  private InjectionRow row(Attack attack, PlayOutcome without, DeskJob desk, Door door) {
    Payload payload = attack.payload();
    Group group = attack.group();
    try (Job attacked = desk.queue(Comparison.attacked(tickets, payload))) {
      PlayOutcome with = group.play(attacked, door);
      var compared = new Comparison(without, with, payload.text());
      return new InjectionRow(
          payload.line(),
          payload.source(),
          group.strategy().label(),
          group.summarizer().label(),
          (int) with.played().summaries().stream().filter(PlayedSummary::adopted).count(),
          compared.otherCalls(),
          compared.otherState(),
          compared.obeyed(),
          compared.orders(),
          with.stored().complete(),
          with.counts().lost(),
          with.counts().repeated(),
          with.played().ending().how(),
          group.strategy().mustAsk() ? compared.failed() : "");
    }
  }
}
