package dev.recap.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.Usage;
import dev.recap.lab.count.AskedCall;
import dev.recap.simulator.RecordedExchange;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ServerLogTest {
  private static final String TASK = "Work through the queue.";
  private static final String TOOLS = "\"tools\":[{\"name\":\"set_priority\"}]";
  private static final String USAGE =
      "\"usage\":{\"input_tokens\":10,\"cache_read_input_tokens\":20,"
          + "\"cache_creation_input_tokens\":30,\"output_tokens\":4}";
  private static final String CALL =
      "\"content\":[{\"type\":\"text\",\"text\":\"Next.\"},{\"type\":\"tool_use\",\"id\":\"a\","
          + "\"name\":\"set_priority\",\"input\":{\"ticket_id\":\"TICKET-1\"}}]";

  @Test
  void hasATurnForEachDeliveredReplyWithItsWholeUsage() {
    ServerLog log = log(turn(user(quoted(TASK))), turn(user(quoted(TASK))));

    assertThat(log.turns()).hasSize(2);
    assertThat(log.summaries()).isEmpty();
    assertThat(ServerLog.sum(log.turns())).isEqualTo(new Usage(20, 40, 60, 8));
  }

  @Test
  void numbersTheCallsByTheTurnThatAskedForThem() {
    List<AskedCall> asked =
        log(turn(user(quoted(TASK))), summary("\"messages\":[]"), turn(user(quoted(TASK)))).asked();

    assertThat(asked).extracting(AskedCall::turn).containsExactly(1, 2);
    assertThat(asked.getFirst().call().arguments()).isEqualTo("{\"ticket_id\":\"TICKET-1\"}");
  }

  @Test
  void passesOverWhatWasNotDeliveredAndTokenCounts() {
    assertThat(
            log(
                    new RecordedExchange("/v1/messages", "{", "{}", 400, "r"),
                    new RecordedExchange("/v1/messages", "{}", "", 0, "r"),
                    new RecordedExchange("/v1/messages/count_tokens", "{}", "{}", 200, "r"))
                .all())
        .isEmpty();
  }

  @Nested
  class ASummaryIs {
    @Test
    void whatIsAskedForWithoutTools() {
      assertThat(log(summary("\"messages\":[]")).summaries()).hasSize(1);
    }

    @Test
    void whatIsAskedForByTheCompactionField() {
      String request = TOOLS + ",\"compaction\":{\"type\":\"summarize\"},\"messages\":[]";

      assertThat(log(exchange(request, USAGE)).summaries()).hasSize(1);
    }

    @Test
    void countedByItsIterationsWhereTheApiReportsThem() {
      String usage =
          "\"usage\":{\"input_tokens\":0,\"output_tokens\":0,\"iterations\":[{\"type\":"
              + "\"compaction\",\"input_tokens\":900,\"output_tokens\":60}]}";

      assertThat(ServerLog.sum(log(exchange("\"messages\":[]", usage)).summaries()))
          .isEqualTo(new Usage(900, 0, 0, 60));
    }
  }

  @Nested
  class TheTaskIsInView {
    @Test
    void asAUsersText() {
      assertThat(log(turn(user(quoted(TASK)))).taskMissing()).isZero();
    }

    @Test
    void amongOtherWordsInABlock() {
      String block = "[{\"type\":\"text\",\"text\":\"user: " + TASK + " agent: yes\"}]";

      assertThat(log(turn(user(block))).taskMissing()).isZero();
    }

    @Test
    void inTheSystemPrompt() {
      String request = "\"system\":" + quoted(TASK) + "," + user(quoted("Go on."));

      assertThat(log(turn(request)).taskMissing()).isZero();
    }

    @Test
    void notInAnAssistantsWords() {
      String request = "\"messages\":[{\"role\":\"assistant\",\"content\":" + quoted(TASK) + "}]";

      assertThat(log(turn(request)).taskMissing()).isEqualTo(1);
    }

    @Test
    void notInASummaryThatOnlySpeaksOfIt() {
      assertThat(log(turn(user(quoted("I work through a queue.")))).taskMissing()).isEqualTo(1);
    }
  }

  private static ServerLog log(RecordedExchange... exchanges) {
    return ServerLog.of(List.of(exchanges), TASK);
  }

  private static RecordedExchange turn(String request) {
    return exchange(TOOLS + "," + request, CALL + "," + USAGE);
  }

  private static RecordedExchange summary(String request) {
    return exchange(request, USAGE);
  }

  private static RecordedExchange exchange(String request, String reply) {
    return new RecordedExchange("/v1/messages", "{" + request + "}", "{" + reply + "}", 200, "r");
  }

  private static String user(String content) {
    return "\"messages\":[{\"role\":\"user\",\"content\":" + content + "}]";
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
