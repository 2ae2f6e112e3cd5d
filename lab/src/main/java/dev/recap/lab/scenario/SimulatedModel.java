package dev.recap.lab.scenario;

import dev.recap.anthropic.Exchange;
import dev.recap.anthropic.MessagesFormat;
import dev.recap.model.Model;
import dev.recap.model.ModelException;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.Simulator;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The simulated model without network and client, on the bytes that they would carry. It asks once
 * and does not try again.
 */
public final class SimulatedModel implements Model {
  private static final int OK = 200;

  private final Simulator simulator;
  private final ModelProfile profile;
  private final MessagesFormat format;
  private final Map<String, String> headers;
  private final Consumer<Exchange> exchanges;

  /**
   * A model for one run.
   *
   * @param exchanges told of every request and its answer, which took no time
   */
  public SimulatedModel(
      Simulator simulator,
      ModelProfile profile,
      Behaviour behaviour,
      Consumer<Exchange> exchanges) {
    this.simulator = simulator;
    this.profile = profile;
    this.format = new MessagesFormat(profile);
    this.headers = headers(behaviour);
    this.exchanges = exchanges;
  }

  /** The behaviour as a request's headers. */
  public static Map<String, String> headers(Behaviour behaviour) {
    return Map.of(
        "x-simulator-summary-mode", behaviour.summaryMode().wireName(),
        "x-simulator-schedule", behaviour.schedule().name().toLowerCase(Locale.ROOT),
        "x-simulator-agent", behaviour.agent().wireName());
  }

  @Override
  public ModelProfile profile() {
    return profile;
  }

  @Override
  public ModelReply ask(ModelRequest request) {
    String body = format.request(request);
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(format.headers(request));
    Simulator.Answer answer = simulator.answer(body, all);
    exchanges.accept(new Exchange(body, answer.json(), answer.status(), 0, Duration.ZERO));
    if (answer.status() != OK) {
      throw failure(answer);
    }
    return format.reply(request, answer.json());
  }

  private static ModelException failure(Simulator.Answer answer) {
    String words = WireJson.read(answer.json()).path("error").path("message").asText();
    return new ModelException(
        MessagesFormat.failure(answer.status(), answer.json()),
        "the simulator answered %d: %s".formatted(answer.status(), words),
        null,
        null);
  }
}
