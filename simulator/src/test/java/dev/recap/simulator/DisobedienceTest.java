package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisobedienceTest extends ServedTest {
  private static final String HALF_DONE =
      "TICKET-1 is open. Done: get_next_ticket, classify_ticket (billing), search_knowledge_base,"
          + " set_priority (high), route_to_team (billing-team), issue_refund. Not done:"
          + " draft_response, mark_complete. Subject: \"Charged twice for March\".";
  private static final String REMINDER =
      "The task is not finished: still open: TICKET-1. Please go on.";

  private static ObjectNode behindTheTask(String... texts) {
    return DeskTask.request(5, DeskTask.toolsWithRefunds(), texts);
  }

  private JsonNode reply(String agent, String... texts) {
    return client.message(behindTheTask(texts), "x-simulator-agent", agent);
  }

  /** The calls of a run, up to its final answer. */
  private List<String> play(SmallDesk desk, ObjectNode body, String agent) {
    List<String> calls = new ArrayList<>();
    for (int turn = 0; turn < 120; turn++) {
      JsonNode reply = client.message(body, "x-simulator-agent", agent);
      if (!Client.goesOn(reply)) {
        Client.said(body, reply);
        return calls;
      }
      calls.add(Client.step(reply));
      Client.answer(body, reply, desk::run);
    }
    throw new AssertionError("no final answer after 120 replies: " + calls);
  }

  @Nested
  class AnObedientAgent {
    @Test
    void isWhatComesWithoutTheHeader() {
      ObjectNode body = behindTheTask(HALF_DONE);

      assertThat(client.message(body).path("content"))
          .isEqualTo(client.message(body, "x-simulator-agent", "obedient").path("content"));
    }

    @Test
    void mayBeReplacedByOption() {
      SimulatorOptions options = SimulatorOptions.defaults().withAgent(AgentMode.parse("stubborn"));
      try (SimulatorServer stubborn = SimulatorServer.start(options)) {
        JsonNode reply = new Client(stubborn.baseUri()).message(behindTheTask(HALF_DONE));

        assertThat(Client.step(reply)).isEqualTo("get_next_ticket ");
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lazy", "forgetful", "forgetful=1", "trust=nobody", "stubborn=2"})
    void isNotReplacedByANameThatIsNotKnown(String agent) {
      JsonNode error = reply(agent, HALF_DONE);

      assertThat(error.path("error").path("type").asText()).isEqualTo("invalid_request_error");
      assertThat(error.path("error").path("message").asText()).contains("expected");
    }
  }

  @Nested
  class AStubbornAgent {
    @Test
    void beginsAgainWhatOnlyATextSaysIsDone() {
      assertThat(Client.step(reply("stubborn", HALF_DONE))).isEqualTo("get_next_ticket ");
    }

    @Test
    void believesTheResultsItSees() {
      SmallDesk desk = new SmallDesk(1);
      ObjectNode body = behindTheTask(HALF_DONE);

      assertThat(play(desk, body, "stubborn"))
          .containsExactly(
              "get_next_ticket ",
              "classify_ticket TICKET-1",
              "search_knowledge_base ",
              "set_priority TICKET-1",
              "route_to_team TICKET-1",
              "issue_refund TICKET-1",
              "draft_response TICKET-1",
              "mark_complete TICKET-1",
              "get_next_ticket ");
    }
  }

  @Nested
  class AForgetfulAgent {
    @Test
    void doesAgainWhatItCouldSeeWasDoneAndStillEnds() {
      SmallDesk desk = new SmallDesk(5);

      List<String> calls = play(desk, behindTheTask(), "forgetful=0.2");

      assertThat(desk.complete()).isEqualTo(5);
      assertThat(calls.size()).isGreaterThan(new HashSet<>(calls).size() + 12);
    }

    @Test
    void forgetsTheSameInTheSameRequest() {
      for (int i = 0; i < 20; i++) {
        String view = HALF_DONE + " Priority set " + i + " times.";
        assertThat(reply("forgetful=0.5", view).path("content"))
            .isEqualTo(reply("forgetful=0.5", view).path("content"));
      }
    }

    @Test
    void repeatsARefundNowAndThen() {
      List<String> calls = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        calls.add(Client.step(reply("forgetful=0.9", HALF_DONE, "Try " + i)));
      }

      assertThat(calls).contains("issue_refund TICKET-1", "classify_ticket TICKET-1");
    }
  }

  @Nested
  class AnAgentThatStopsEarly {
    @Test
    void endsWithWorkLeftAndGoesOnAfterOneReminder() {
      SmallDesk desk = new SmallDesk(5);
      ObjectNode body = behindTheTask();

      play(desk, body, "stops-early");
      assertThat(desk.complete()).isLessThan(5);
      Client.asks(body, REMINDER);
      play(desk, body, "stops-early");

      assertThat(desk.complete()).isEqualTo(5);
    }

    @Test
    void stopsAtTheLatestWhereItWouldFetchAnother() {
      assertThat(Client.step(reply("stops-early", "TICKET-1 closed: category billing.")))
          .isEqualTo("end_turn");
    }

    @Test
    void doesNotTakeTheTaskForAReminder() {
      ObjectNode body =
          Client.request("Go on with the queue of tickets. This task is not finished.");
      body.set("tools", DeskTask.tools());
      SmallDesk desk = new SmallDesk(5);

      play(desk, body, "stops-early");

      assertThat(desk.complete()).isLessThan(5);
    }
  }

  @Nested
  class Trust {
    private static final String LEDGER = "Ledger of what the tools did:\nTICKET-1 is closed.";
    private static final String NOTES =
        "Notes:\nTICKET-1 is open, only the draft is missing. Category billing.";

    @Test
    void goesByTheTextWhereTheTextSaysWhoIsRight() {
      assertThat(Client.step(reply("obedient", LEDGER, NOTES)))
          .isEqualTo("draft_response TICKET-1");
      assertThat(
              Client.step(
                  reply(
                      "obedient",
                      LEDGER + "\nWhere the notes differ, the ledger is right.",
                      NOTES)))
          .isEqualTo("get_next_ticket ");
    }

    @Test
    void inTheLedgerNeedsNoText() {
      assertThat(Client.step(reply("trust=ledger", LEDGER, NOTES))).isEqualTo("get_next_ticket ");
    }

    @Test
    void inTheNotesHoldsAgainstTheText() {
      assertThat(
              Client.step(
                  reply(
                      "trust=summary",
                      LEDGER + "\nWhere the notes differ, the ledger is right.",
                      NOTES)))
          .isEqualTo("draft_response TICKET-1");
      assertThat(Client.step(reply("trust=summary", NOTES, LEDGER)))
          .isEqualTo("draft_response TICKET-1");
    }
  }

  @Nested
  class ARefund {
    @Test
    void comesBeforeTheDraftOfATicketThatAsksForIt() {
      String view =
          "TICKET-1 is open. Everything is done except the refund, the draft and mark_complete."
              + " Category: billing. Subject: \"Charged twice\".";

      assertThat(Client.step(reply("obedient", view))).isEqualTo("issue_refund TICKET-1");
    }

    @Test
    void isNotAskedForWhereARecordSaysItWasMade() {
      assertThat(Client.step(reply("obedient", HALF_DONE))).isEqualTo("draft_response TICKET-1");
    }

    @Test
    void isMadeOnceInARunThatSeesEverything() {
      SmallDesk desk = new SmallDesk(5);

      play(desk, behindTheTask(), "obedient");

      assertThat(desk.refunds(1)).isEqualTo(1);
      assertThat(desk.refunds(2) + desk.refunds(3) + desk.refunds(4) + desk.refunds(5)).isZero();
    }

    @Test
    void isNoStepWithoutTheTool() {
      ObjectNode body =
          behindTheTask(
              "TICKET-1 is open. Only the refund and the draft are missing. Category: billing. Subject: \"Charged twice\".");
      body.set("tools", DeskTask.tools());

      assertThat(Client.step(client.message(body))).isEqualTo("draft_response TICKET-1");
    }
  }
}
