package dev.recap.lab.peers;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.errors.AnthropicServiceException;
import dev.recap.lab.scenario.CurrentModel;
import dev.recap.lab.scenario.ToolServer;
import dev.recap.simulator.SimulatorOptions;
import dev.recap.simulator.SimulatorServer;
import java.net.URI;

/** Plays one of the API's own ways with one queue. */
final class ApiRun {
  private final PeerSetting setting;
  private final Queue queue;
  private final PeersListener listener;

  ApiRun(PeerSetting setting, Queue queue, PeersListener listener) {
    this.setting = setting;
    this.queue = queue;
    this.listener = listener;
  }

  PeerRow play() {
    SimulatorOptions options = SimulatorOptions.defaults().withModel(CurrentModel.RECORDED);
    try (ToolServer desk = ToolServer.start(0, queue.tickets(), queue.seed());
        SimulatorServer server = SimulatorServer.start(options)) {
      String how = how(desk, server.baseUri());
      String version = AnthropicClient.class.getPackage().getImplementationVersion();
      ServerLog log = ServerLog.of(server.exchanges(), queue.task());
      return PeerRow.of(setting, queue, DeskRecord.of(desk), log, new PeerRow.End(version, how));
    }
  }

  private String how(ToolServer desk, URI model) {
    AnthropicClient client =
        AnthropicOkHttpClient.builder()
            .apiKey("simulator-needs-no-key")
            .baseUrl(model.toString())
            .build();
    try {
      return new ApiLoop(client, desk, ApiWay.of(setting.knobs()))
          .play(
              queue.task(),
              queue.mostTurns(),
              () -> listener.progress(desk.counts().completed(), queue.tickets()));
    } catch (AnthropicServiceException e) {
      return "refused with %d: %s".formatted(e.statusCode(), e.getMessage());
    } finally {
      client.close();
    }
  }
}
