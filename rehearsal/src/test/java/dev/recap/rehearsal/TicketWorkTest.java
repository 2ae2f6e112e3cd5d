package dev.recap.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TicketWorkTest {
  private RehearsalServer server;
  private Client client;

  @BeforeEach
  void start() {
    server = RehearsalServer.start(RehearsalOptions.defaults());
    client = new Client(server.baseUri());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Plays until the agent yields; the replies in order. */
  private List<JsonNode> play(SmallDesk desk, ObjectNode body, String... headers) {
    List<JsonNode> replies = new ArrayList<>();
    while (replies.size() < 400) {
      JsonNode reply = client.message(body, headers);
      replies.add(reply);
      if (!reply.path("stop_reason").asText().equals("tool_use")) {
        break;
      }
      Client.answer(body, reply, desk);
    }
    return replies;
  }

  private static ObjectNode task(int tickets) {
    ObjectNode body = Client.request(SmallDesk.TASK.formatted(tickets));
    body.set("tools", SmallDesk.tools());
    return body;
  }

  @Nested
  class OneCallAReply {
    @Test
    void takesThirtySevenRepliesForFiveTicketsAndCompletesThemAll() {
      SmallDesk desk = new SmallDesk(5);
      List<JsonNode> replies = play(desk, task(5));
      assertThat(replies).hasSize(37);
      assertThat(desk.complete()).isEqualTo(5);
      assertThat(desk.calls()).hasSize(36);
    }
  }
}
