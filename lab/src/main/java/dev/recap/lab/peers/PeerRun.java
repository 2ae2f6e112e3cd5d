package dev.recap.lab.peers;

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
          PeerRow.of(
              setting,
              queue,
              DeskRecord.of(tools),
              log,
              new PeerRow.End(said.version(), ended(said, exit, log, queue))),
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
}
