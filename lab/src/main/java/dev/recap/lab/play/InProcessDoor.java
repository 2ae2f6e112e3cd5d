package dev.recap.lab.play;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.anthropic.MessagesFormat;
import dev.recap.model.Model;
import dev.recap.model.ModelException;
import dev.recap.model.ModelException.Category;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.Simulator;
import dev.recap.simulator.SimulatorOptions;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** The simulated model without network and client, on the bytes that they would carry. */
public final class InProcessDoor implements Door {
  private static final int OK = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ModelProfile profile;
  private final MessagesFormat format;
  private final Simulator simulator;

  public InProcessDoor(ModelProfile profile) {
    this.profile = profile;
    this.format = new MessagesFormat(profile.name());
    this.simulator =
        Simulator.of(
            SimulatorOptions.defaults()
                .withWindowTokens(profile.windowTokens())
                .withSummaryHold(Duration.ZERO)
                .withKeepExchanges(false));
  }

  @Override
  public Opened open(Behaviour behaviour, Consumer<String> requests) {
    return new Opened(new InProcess(Door.headers(behaviour), requests), () -> {});
  }

  @Override
  public void close() {}

  /** A model whose replies come from this process. */
  private final class InProcess implements Model {
    private final Map<String, String> headers;
    private final Consumer<String> requests;

    InProcess(Map<String, String> headers, Consumer<String> requests) {
      this.headers = headers;
      this.requests = requests;
    }

    @Override
    public ModelProfile profile() {
      return profile;
    }

    @Override
    public ModelReply ask(ModelRequest request) {
      String body = format.request(request);
      requests.accept(body);
      Simulator.Answer answer = simulator.answer(body, headers);
      if (answer.status() != OK) {
        throw failure(answer);
      }
      return format.reply(answer.json());
    }
  }

  private static ModelException failure(Simulator.Answer answer) {
    String words = words(answer.json());
    Category category =
        words.contains("prompt is too long")
            ? Category.WINDOW_OVERFLOW
            : answer.status() < 500 ? Category.INVALID_REQUEST : Category.PROVIDER;
    return new ModelException(
        category, "the simulator answered %d: %s".formatted(answer.status(), words), null, null);
  }

  private static String words(String body) {
    try {
      JsonNode error = JSON.readTree(body).path("error");
      return error.path("message").asText();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the simulator answered what is not JSON: " + body, e);
    }
  }
}
