package dev.recap.lab.peers;

import dev.recap.conversation.Usage;
import dev.recap.lab.count.CallCounter;
import dev.recap.lab.count.CallCounts;
import dev.recap.lab.scenario.CurrentModel;
import dev.recap.lab.scenario.ToolServer;
import dev.recap.simulator.SimulatorOptions;
import dev.recap.simulator.SimulatorServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Plays one peer at one setting with one queue, on a store and a model server of its own. */
final class PeerRun {
  private final Programs programs;
  private final Duration limit;
  private final PeersListener listener;

  PeerRun(Programs programs, Duration limit, PeersListener listener) {
    this.programs = programs;
    this.limit = limit;
    this.listener = listener;
  }

  /**
   * A row, and whether the peer really ran to an end.
   *
   * @param failure why the row is not to be trusted; empty when it is
   */
  record Raced(PeerRow row, String failure) {}

  Raced play(PeerSetting setting, Queue queue) {
    try (ToolServer tools = ToolServer.start(0, queue.tickets(), queue.seed());
        SimulatorServer model =
            SimulatorServer.start(SimulatorOptions.defaults().withModel(CurrentModel.RECORDED))) {
      List<String> command = new ArrayList<>(programs.command(setting.peer()));
      command.addAll(List.of("--model-url", model.baseUri().toString()));
      command.addAll(List.of("--tools-url", tools.baseUri().toString()));
      command.addAll(List.of("--turns", String.valueOf(queue.mostTurns())));
      command.addAll(setting.arguments());
      var said = new Said();
      ChildProcess.Exit exit =
          new ChildProcess(new ProcessBuilder(command), limit)
              .run(
                  said::hear, () -> listener.progress(tools.counts().completed(), queue.tickets()));
      var log = ServerLog.of(model.exchanges(), queue.task());
      return new Raced(
          row(
              setting,
              queue,
              DeskRecord.of(tools),
              log,
              said.version(),
              ended(said, exit, log, queue)),
          failure(said, exit));
    }
  }

  private String ended(Said said, ChildProcess.Exit exit, ServerLog log, Queue queue) {
    if (exit.stopped()) {
      return "stopped after %d s".formatted(limit.toSeconds());
    }
    if (log.turns().size() >= queue.mostTurns()) {
      return "looping: stopped after %d turns".formatted(log.turns().size());
    }
    return said.ended().orElse("ended without a word");
  }

  private String failure(Said said, ChildProcess.Exit exit) {
    if (exit.stopped()) {
      return "its time of %d s was up".formatted(limit.toSeconds());
    }
    return said.ended().isPresent()
        ? ""
        : "its process ended with %d: %s".formatted(exit.exitCode(), said.chatter());
  }

  static PeerRow row(
      PeerSetting setting,
      Queue queue,
      DeskRecord desk,
      ServerLog log,
      String version,
      String ended) {
    Usage turns = ServerLog.sum(log.turns());
    Usage summaries = ServerLog.sum(log.summaries());
    CallCounts calls = new CallCounter(log.asked(), desk.calls()).count(List.of(), desk.rejected());
    var money = new CacheMoney(CurrentModel.PRICES);
    return new PeerRow(
        setting.peer().label(),
        version,
        setting.name(),
        queue.tickets(),
        desk.completed() == queue.tickets(),
        log.turns().size(),
        turns.promptTokens(),
        turns.outputTokens(),
        summaries.totalTokens(),
        turns.totalTokens() + summaries.totalTokens(),
        ServerLog.dollars(log.all(), CurrentModel.PRICES::uncached),
        money.dollars(log.all(), 512),
        money.dollars(log.all(), 2_048),
        money.dollars(log.all(), 4_096),
        money.dollarsMarked(log.all(), 512),
        calls.lost(),
        calls.repeated(),
        calls.redone(),
        log.taskMissing(),
        log.ticketsShown(queue.tickets()),
        ended);
  }
}
