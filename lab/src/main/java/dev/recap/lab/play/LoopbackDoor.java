package dev.recap.lab.play;

import dev.recap.anthropic.AnthropicModel;
import dev.recap.model.ModelProfile;
import dev.recap.rehearsal.RehearsalOptions;
import dev.recap.rehearsal.RehearsalServer;
import java.util.Map;
import java.util.function.Consumer;

/** The rehearsal server over real HTTP, through the vendor's SDK, without its retries. */
public final class LoopbackDoor implements Door {
  private final ModelProfile profile;
  private final RehearsalServer server;

  public LoopbackDoor(ModelProfile profile) {
    this.profile = profile;
    this.server =
        RehearsalServer.start(
            RehearsalOptions.defaults()
                .withWindowTokens(profile.windowTokens())
                .withKeepExchanges(false));
  }

  @Override
  public Opened open(Map<String, String> headers, Consumer<String> requests) {
    var builder =
        AnthropicModel.builder(profile.name())
            .apiKey("rehearsal-needs-no-key")
            .baseUrl(server.baseUri())
            .profile(profile)
            .maxRetries(0)
            .exchanges(exchange -> requests.accept(exchange.requestJson()));
    headers.forEach(builder::header);
    AnthropicModel model = builder.build();
    return new Opened(model, model::close);
  }

  @Override
  public void close() {
    server.close();
  }
}
