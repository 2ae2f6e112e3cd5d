package dev.recap.lab.play;

import dev.recap.anthropic.AnthropicModel;
import dev.recap.model.ModelProfile;
import dev.recap.rehearsal.Behaviour;
import dev.recap.rehearsal.RehearsalOptions;
import dev.recap.rehearsal.RehearsalServer;
import java.time.Duration;
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
                // A held summary ends with the server's own time-out, so that no run depends on
                // how fast this machine is.
                .withSummaryHold(Duration.ZERO)
                .withKeepExchanges(false));
  }

  @Override
  public Opened open(Behaviour behaviour, Consumer<String> requests) {
    var builder =
        AnthropicModel.builder(profile.name())
            .apiKey("rehearsal-needs-no-key")
            .baseUrl(server.baseUri())
            .profile(profile)
            .maxRetries(0)
            .exchanges(exchange -> requests.accept(exchange.requestJson()));
    Door.headers(behaviour).forEach(builder::header);
    AnthropicModel model = builder.build();
    return new Opened(model, model::close);
  }

  @Override
  public void close() {
    server.close();
  }
}
