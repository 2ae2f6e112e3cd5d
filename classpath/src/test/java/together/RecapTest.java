package together;

import static dev.recap.testing.Replies.calling;
import static dev.recap.testing.Replies.saying;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.recap.agent.Agent;
import dev.recap.agent.RunResult;
import dev.recap.anthropic.AnthropicModel;
import dev.recap.conversation.ToolCall;
import dev.recap.model.Model;
import dev.recap.testing.ScriptedModel;
import dev.recap.tool.Tools;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Recap does what it does, whatever else the application has. */
class RecapTest {
  private final Workshop workshop = new Workshop();

  private RunResult runs(Model model) {
    Agent agent = Agent.builder(model).tools(workshop).build();
    try (var run = agent.start("Mend what is in the yard.")) {
      return run.result();
    }
  }

  @Test
  void anAgentRunsWithAnnotatedTools() {
    try (var model =
        new ScriptedModel()
            .then(calling("next_bicycle", "{}"))
            .then(
                calling(
                    "mend",
                    """
                    {"bicycle": "B-1", "orders": [
                      {"part": "BRAKE", "pieces": 2, "needed": "2026-12-01"},
                      {"part": "CHAIN", "pieces": 1}]}\
                    """))
            .then(calling("give_back", "{\"bicycle\": \"B-1\"}"))
            .then(saying("All is mended."))) {

      assertThat(runs(model)).isEqualTo(new RunResult.Answered("All is mended."));
    }
    assertThat(workshop.done)
        .containsExactly(
            "opened",
            "mended with [Order[part=BRAKE, pieces=2, needed=Optional[2026-12-01]],"
                + " Order[part=CHAIN, pieces=1, needed=Optional.empty]]",
            "given back");
  }

  @Test
  void argumentsAreComparedWithTheSchema() {
    String arguments = "{\"bicycle\": \"B-1\", \"orders\": [{\"part\": \"BELL\", \"pieces\": 1}]}";

    assertThat(Tools.of(workshop).check(new ToolCall("call_1", "mend", arguments)).complaint())
        .get()
        .asString()
        .contains("orders.0.part", "BELL", "BRAKE", "CHAIN");
  }

  @Test
  void theVendorsSdkCarriesTheMessages() throws Exception {
    byte[] reply =
        """
        {"id": "msg_1", "type": "message", "role": "assistant", "model": "claude-sonnet-5-5",
         "content": [{"type": "text", "text": "There is nothing to mend."}],
         "stop_reason": "end_turn", "stop_sequence": null,
         "usage": {"input_tokens": 10, "output_tokens": 5}}\
        """
            .getBytes(StandardCharsets.UTF_8);
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/messages",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().add("content-type", "application/json");
          exchange.sendResponseHeaders(200, reply.length);
          exchange.getResponseBody().write(reply);
          exchange.close();
        });
    server.start();
    try (var model =
        AnthropicModel.builder("claude-sonnet-5-5")
            .apiKey("none")
            .baseUrl("http://localhost:" + server.getAddress().getPort())
            .build()) {
      assertThat(runs(model)).isEqualTo(new RunResult.Answered("There is nothing to mend."));
    } finally {
      server.stop(0);
    }
  }
}
