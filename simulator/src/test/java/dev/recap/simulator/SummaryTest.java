package dev.recap.simulator;

import static dev.recap.simulator.Summarized.ASK;
import static dev.recap.simulator.Summarized.after;
import static dev.recap.simulator.Summarized.ask;
import static dev.recap.simulator.Summarized.call;
import static dev.recap.simulator.Summarized.nextCallFrom;
import static dev.recap.simulator.Summarized.reply;
import static dev.recap.simulator.Summarized.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a faithful summary says. */
class SummaryTest {
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
      String expected = call(reply(body));

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
      String expected = call(reply(body));
      String once = text(ask(body, ASK));
      ObjectNode compacted = Client.request(once);
      compacted.set("tools", DeskTask.tools());

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
  class OfAPlainChat {
    @Test
    void quotesWhatTheUserSaid() {
      ObjectNode body = Client.request("I would like to plan a trip to the lakes.");
      JsonNode answer = reply(body);
      Client.said(body, answer);

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
      ObjectNode body = DeskTask.request(5);
      Client.asks(body, text(ask(after(33), BOUNDED)));

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
