package dev.recap.lab.peers;

import dev.recap.lab.scenario.StrategyName;
import dev.recap.lab.table.Findings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Ours and the peers, one after the other, queue by queue. */
public final class PeersExperiment {
  /** What stands beside the peers unless they are to play alone. */
  public static final List<OwnSetting> OURS =
      List.of(
          OwnSetting.of(StrategyName.RECAP),
          OwnSetting.of(StrategyName.RECALL),
          OwnSetting.providerSummary(),
          OwnSetting.of(StrategyName.BASELINE),
          OwnSetting.of(StrategyName.PER_TICKET));

  private final Programs programs;
  private final PeersListener listener;

  public PeersExperiment(Installation installation, PeersListener listener) {
    this((Programs) installation, listener);
  }

  PeersExperiment(Programs programs, PeersListener listener) {
    this.programs = programs;
    this.listener = listener;
  }

  /**
   * What to play.
   *
   * @param tickets sizes of the queues, in order
   * @param seed which tickets
   * @param ours which of our own strategies play first
   * @param settings which peers, and how
   * @param limitARun after which a peer's process is ended
   */
  public record Plan(
      List<Integer> tickets,
      long seed,
      List<OwnSetting> ours,
      List<PeerSetting> settings,
      Duration limitARun) {
    public Plan {
      tickets = List.copyOf(tickets);
      ours = List.copyOf(ours);
      settings = List.copyOf(settings);
      if (tickets.isEmpty() || tickets.stream().anyMatch(count -> count < 1)) {
        throw new IllegalArgumentException(
            "tickets is %s, but must be numbers of 1 or more".formatted(tickets));
      }
    }
  }

  /**
   * What was found.
   *
   * @param failures runs whose peer did not come to an end by itself; empty when all did
   */
  public record Result(Findings findings, List<String> failures) {
    public Result {
      failures = List.copyOf(failures);
    }
  }

  /**
   * Installs the peers and plays.
   *
   * @throws IllegalStateException when a peer's build fails
   */
  public Result run(Plan plan) {
    programs.install(
        plan.settings().stream().map(PeerSetting::peer).filter(Peer::isProgram).distinct().toList(),
        listener::step);
    List<PeerRow> rows = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    for (int tickets : plan.tickets()) {
      Queue queue = new Queue(tickets, plan.seed());
      plan.ours().forEach(setting -> rows.add(ours(setting, queue)));
      for (PeerSetting setting : plan.settings()) {
        listener.started(PeerRow.name(setting.peer().label(), setting.name()), tickets);
        PeerRun.Raced outcome = played(setting, queue, plan.limitARun());
        rows.add(outcome.row());
        listener.ended(outcome.row());
        if (!outcome.failure().isEmpty()) {
          failures.add(
              "%s at %d tickets: %s".formatted(outcome.row().name(), tickets, outcome.failure()));
        }
      }
    }
    return new Result(PeerTotal.findings(rows, StrategyName.RECAP.label()), failures);
  }

  private PeerRun.Raced played(PeerSetting setting, Queue queue, Duration limit) {
    return setting.peer().isProgram()
        ? new PeerRun(programs, limit, listener).play(setting, queue)
        : new PeerRun.Raced(new ApiRun(setting, queue, listener).play(), "");
  }

  private PeerRow ours(OwnSetting setting, Queue queue) {
    listener.started(PeerRow.name(setting.strategy().label(), setting.name()), queue.tickets());
    PeerRow row = new OwnRuns(queue).play(setting);
    listener.ended(row);
    return row;
  }
}
