package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {
  private static final String ASK =
      "Write a summary of this conversation that lets another instance carry on. Wrap it in"
          + " <summary></summary> tags.";

  private SimulatorServer server;
  private Client client;
  private final SmallDesk desk = new SmallDesk(5);

  @BeforeEach
  void start() {
    server = SimulatorServer.start(SimulatorOptions.defaults());
    client = new Client(server.baseUri());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** A conversation after so many replies, each answered. */
  private ObjectNode after(int replies) {
    ObjectNode body = Client.request(SmallDesk.TASK.formatted(5));
    body.set("tools", SmallDesk.tools());
    for (int i = 0; i < replies; i++) {
      Client.answer(body, client.message(body), desk);
    }
    return body;
  }

  private JsonNode ask(ObjectNode body, String prompt, String... headers) {
    ObjectNode asking = body.deepCopy();
    Client.messages(asking)
        .addObject()
        .put("role", "user")
        .putArray("content")
        .add(Client.text(prompt));
    return client.message(asking, headers);
  }

  private static String text(JsonNode reply) {
    StringBuilder text = new StringBuilder();
    reply.path("content").forEach(block -> text.append(block.path("text").asText()));
    return text.toString();
  }

  /** The next call where nothing but a text is left of the conversation. */
  private String nextCallFrom(String text) {
    ObjectNode body = Client.request(text);
    body.set("tools", SmallDesk.tools());
    return call(client.message(body));
  }

  private static String call(JsonNode reply) {
    for (JsonNode block : reply.path("content")) {
      if (block.path("type").asText().equals("tool_use")) {
        return block.path("name").asText() + block.path("input");
      }
    }
    return "no call";
  }

  @Nested
  class Faithful {
    @ParameterizedTest
    @CsvSource({"7,1", "17,3", "21,3", "31,5", "36,5"})
    void countsWithinTenPercentOfTheRecordedSizes(int replies, int tickets) {
      JsonNode reply = ask(after(replies), ASK);

      double expected = 105 + 155 * tickets;
      assertThat(reply.path("usage").path("output_tokens").asDouble())
          .isCloseTo(expected, within(expected * 0.1));
      assertThat(reply.path("stop_reason").asText()).isEqualTo("end_turn");
    }

    @ParameterizedTest
    @ValueSource(
        ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 20, 24, 28, 30, 34, 35})
    void leadsToTheSameNextCallAsTheConversationItStandsFor(int replies) {
      ObjectNode body = after(replies);
      String expected = call(client.message(body));

      String summary = text(ask(body, ASK));

      assertThat(nextCallFrom(summary)).isEqualTo(expected);
    }

    @Test
    void standsInTagsWhereTheyAreAskedFor() {
      assertThat(text(ask(after(3), ASK))).startsWith("<summary>").endsWith("</summary>");
      assertThat(text(ask(after(3), "Summarize the work so far."))).doesNotContain("<summary>");
    }

    @Test
    void canBeSummarizedAgainWithoutLoss() {
      ObjectNode body = after(17);
      String expected = call(client.message(body));
      String once = text(ask(body, ASK));
      ObjectNode compacted = Client.request(once);
      compacted.set("tools", SmallDesk.tools());

      String twice = text(ask(compacted, ASK));

      assertThat(nextCallFrom(twice)).isEqualTo(expected);
    }

    @Test
    void coversOnlyOpenTicketsWhereClosedOnesAreNotWanted() {
      JsonNode reply =
          ask(after(17), "Write notes on the open tickets only; closed ones are on record.");

      assertThat(text(reply)).contains("TICKET-3").doesNotContain("TICKET-1 is");
    }

    @Test
    void keepsTheCustomersWordsInQuotationMarks() {
      assertThat(text(ask(after(3), ASK))).contains("Subject: \"Charged twice for March\"");
    }
  }

  @Nested
  class OtherModes {
    private JsonNode in(String mode, ObjectNode body) {
      return ask(body, ASK, "x-simulator-summary-mode", mode);
    }

    @Test
    void amnesiacTextHoldsNoStateAndEndsTheWorkWithAQuestion() {
      String summary = text(in("amnesiac", after(17)));

      assertThat(summary).isNotBlank().doesNotContain("TICKET");
      assertThat(nextCallFrom(summary)).isEqualTo("no call");
    }

    @Test
    void aLieClaimsTheOpenTicketsUndoneSteps() {
      String summary = text(in("lying", after(17)));

      assertThat(nextCallFrom(summary)).startsWith("mark_complete").contains("TICKET-3");
    }

    @Test
    void aLieClaimsTheTicketClosedWhereOnlyClosingIsLeft() {
      String summary = text(in("lying", after(20)));

      assertThat(summary).contains("TICKET-3 is closed");
    }

    @Test
    void aLieClaimsAnExtraTicketWhereNoneIsOpen() {
      assertThat(text(in("lying", after(21)))).contains("TICKET-4 is closed");
    }

    @Test
    void aTruncatedOneStopsMidwayWithMaxTokens() {
      ObjectNode body = after(17);
      JsonNode reply = in("truncated", body);

      assertThat(reply.path("stop_reason").asText()).isEqualTo("max_tokens");
      assertThat(text(ask(body, ASK))).startsWith(text(reply));
    }

    @Test
    void anEmptyOneHasNoText() {
      assertThat(text(in("empty", after(5)))).isEmpty();
    }

    @Test
    void aThinkingFirstOneThinksAndIsFaithfulThen() {
      ObjectNode body = after(17);
      JsonNode reply = in("thinking-first", body);

      assertThat(reply.path("content").path(0).path("type").asText()).isEqualTo("thinking");
      assertThat(reply.path("content").path(0).path("signature").asText()).isNotBlank();
      assertThat(text(reply)).isEqualTo(text(ask(body, ASK)));
    }

    @Test
    void aVerboseOneIsLongerThanThePromptItReplaces() {
      ObjectNode body = after(5);
      JsonNode reply = in("verbose", body);

      assertThat(reply.path("usage").path("output_tokens").asInt())
          .isGreaterThan(reply.path("usage").path("input_tokens").asInt());
    }

    @Test
    void anUnknownModeIsRefusedWithTheAcceptedOnes() {
      assertThatThrownBy(() -> SummaryMode.parse("poetic"))
          .hasMessage(
              "summary mode 'poetic' is not known: expected one of faithful, amnesiac, lying,"
                  + " truncated, empty, thinking-first, verbose, parroting, http-400, http-529, time-out");
      assertThat(in("poetic", after(0)).path("error").path("message").asText())
          .startsWith("summary mode 'poetic' is not known");
    }
  }

  @Nested
  class Asking {
    private static final List<String> ASKINGS =
        List.of(
            "Please summarize everything that has happened so far.",
            "Create hand-over notes for a colleague who continues this work.",
            "Your context is nearly full. Produce a concise recap of the state of the work.",
            "I need a summary of the conversation above before we go on.",
            "Condense the conversation so far into at most 500 words.",
            "Notes, please: what is done and what is still to do?",
            "You have been working on the task described above but have not yet completed it. Write"
                + " a continuation summary that will allow you to resume work efficiently.",
            "Stop here. Now write down notes that stand for everything above.");

    @Test
    void isRecognisedHoweverItIsWorded() {
      ObjectNode body = after(3);
      for (String asking : ASKINGS) {
        assertThat(call(ask(body, asking))).as(asking).isEqualTo("no call");
        assertThat(text(ask(body, asking))).as(asking).contains("TICKET-1 is open");
      }
    }

    @Test
    void isRecognisedBehindToolResultsInOneMessage() {
      ObjectNode body = after(3);
      ArrayNode last = (ArrayNode) Client.messages(body).get(6).path("content");
      last.add(Client.text(ASK));

      assertThat(text(client.message(body))).contains("TICKET-1 is open");
    }

    @Test
    void isRecognisedWithoutTools() {
      ObjectNode body = after(3);
      body.remove("tools");

      assertThat(text(ask(body, ASK))).contains("TICKET-1 is open");
    }

    @Test
    void isNotSeenInATaskThatEndsWithASummary() {
      ObjectNode body =
          Client.request(
              "Work through the queue of tickets. When the queue is empty, write a summary of all"
                  + " tickets you have handled so far.");
      body.set("tools", SmallDesk.tools());

      assertThat(call(client.message(body))).startsWith("get_next_ticket");
    }

    @Test
    void isNotSeenInAnOrdinaryMessage() {
      ObjectNode body = after(2);
      assertThat(call(ask(body, "The queue is not empty yet: TICKET-1 is still open.")))
          .startsWith("search_knowledge_base");
    }
  }

  @Nested
  class OfAPlainChat {
    @Test
    void quotesWhatTheUserSaid() {
      ObjectNode body = Client.request("I would like to plan a trip to the lakes.");
      JsonNode answer = client.message(body);
      Client.messages(body)
          .addObject()
          .put("role", "assistant")
          .set("content", answer.path("content"));

      assertThat(text(ask(body, "Please summarize our conversation so far.")))
          .contains("\"I would like to plan a trip to the lakes.\"");
    }
  }

  @Nested
  class WhenTheAskingBoundsTheLength {
    private static final String BOUNDED =
        "Write a summary of this conversation in at most 570 tokens that lets you carry on.";

    @Test
    void theLatestTicketsAreToldAndTheRestStandsInOneRange() {
      String summary = text(ask(after(33), BOUNDED));

      assertThat(summary)
          .contains("TICKET-1 to TICKET-2 are closed.")
          .contains("TICKET-3 is closed, all seven steps are done")
          .contains("TICKET-5 is open");
      assertThat(new TokenCounter().count(summary)).isCloseTo(570, within(15));
    }

    @Test
    void itCountsNoMoreAfterEachSummaryOfASummary() {
      ObjectNode body = Client.request(SmallDesk.TASK.formatted(5));
      body.set("tools", SmallDesk.tools());
      Client.messages(body)
          .addObject()
          .put("role", "user")
          .put("content", text(ask(after(33), BOUNDED)));

      String again = text(ask(body, BOUNDED));

      assertThat(again).contains("TICKET-1 to TICKET-2 are closed.").contains("TICKET-3 is closed");
      assertThat(new TokenCounter().count(again)).isCloseTo(570, within(15));
    }

    @Test
    void aBoundWithRoomForAllChangesNothing() {
      ObjectNode body = after(16);

      assertThat(text(ask(body, BOUNDED)))
          .isEqualTo(text(ask(body, BOUNDED.replace(" in at most 570 tokens", ""))));
    }
  }
}
