package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TicketWorkTest extends ServedTest {
  /** Plays until the agent yields; the replies in order. */
  private List<JsonNode> play(SmallDesk desk, ObjectNode body, String... headers) {
    List<JsonNode> replies = new ArrayList<>();
    while (replies.size() < 500) {
      JsonNode reply = client.message(body, headers);
      replies.add(reply);
      if (!Client.goesOn(reply)) {
        break;
      }
      Client.answer(body, reply, desk::run);
    }
    return replies;
  }

  private static ObjectNode task(int tickets) {
    return DeskTask.request(tickets);
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

  @Nested
  class SeveralCallsAReply {
    @Test
    void asksForFourStepsTogether() {
      SmallDesk desk = new SmallDesk(5);
      List<JsonNode> replies = play(desk, task(5), "x-simulator-schedule", "parallel");

      assertThat(replies).hasSize(22);
      assertThat(desk.complete()).isEqualTo(5);
      assertThat(desk.calls()).hasSize(36);
      assertThat(replies.get(1).path("content").findValuesAsText("name"))
          .containsExactly(
              "classify_ticket", "search_knowledge_base", "set_priority", "route_to_team");
      assertThat(replies.get(1).path("content").findValuesAsText("id")).doesNotHaveDuplicates();
    }

    @Test
    void asksForOneWhereTheRequestForbidsMore() {
      ObjectNode body = task(1);
      body.putObject("tool_choice").put("type", "auto").put("disable_parallel_tool_use", true);

      assertThat(play(new SmallDesk(1), body, "x-simulator-schedule", "parallel")).hasSize(9);
    }
  }

  @Nested
  class Sizes {
    @Test
    void areThoseOfTheRecordedRun() {
      List<JsonNode> replies = play(new SmallDesk(5), task(5));

      for (JsonNode reply : replies) {
        int output = reply.path("usage").path("output_tokens").asInt();
        switch (reply.path("content").findValuesAsText("name").stream().findFirst().orElse("")) {
          case "get_next_ticket" -> assertThat(output).isBetween(56, 60);
          case "classify_ticket" -> assertThat(output).isBetween(88, 108);
          case "search_knowledge_base" -> assertThat(output).isBetween(84, 90);
          case "set_priority" -> assertThat(output).isBetween(82, 86);
          case "route_to_team" -> assertThat(output).isBetween(87, 91);
          case "draft_response" -> assertThat(output).isBetween(297, 372);
          case "mark_complete" -> assertThat(output).isBetween(65, 69);
          default -> assertThat(output).isBetween(290, 304);
        }
      }
    }

    @Test
    void ofAnEchoedReplyAreThoseItWasChargedFor() {
      ObjectNode body = task(5);
      JsonNode first = client.message(body);
      Client.answer(body, first, new SmallDesk(5)::run);
      JsonNode second = client.message(body);
      JsonNode result = Client.messages(body).get(2).path("content");

      int growth = input(second) - input(first);
      int expected =
          first.path("usage").path("output_tokens").asInt()
              + new TokenCounter().countContent(result);
      assertThat(growth).isBetween(expected, expected + 6);
    }

    @Test
    void ofTheClosingAccountStayWithinBounds() {
      List<JsonNode> replies = play(new SmallDesk(30), task(30));

      JsonNode account = replies.getLast();
      assertThat(account.path("stop_reason").asText()).isEqualTo("end_turn");
      assertThat(account.path("usage").path("output_tokens").asInt()).isLessThan(1_200);
      assertThat(account.path("content").path(0).path("text").asText())
          .contains("Tickets listed here as complete: 30.");
    }

    private static int input(JsonNode reply) {
      return reply.path("usage").path("input_tokens").asInt();
    }
  }

  @Nested
  class AClosingAccount {
    private static final String EMPTY = "\nThe queue is empty.";

    private String of(String... texts) {
      return client
          .message(DeskTask.request(9, DeskTask.tools(), texts))
          .findValue("text")
          .asText();
    }

    @Test
    void countsWhatStandsInRanges() {
      assertThat(
              of(
                  "TICKET-1 to TICKET-93 closed earlier (93): category billing 60 shipping 33;"
                      + " priority high 93; team billing-team 93.\n"
                      + "TICKET-94 closed: category billing, priority low, team billing-team."
                      + EMPTY))
          .contains("TICKET-1 to TICKET-93 are closed.")
          .contains("Tickets listed here as complete: 94.")
          .contains("By category: billing 61, shipping 33.")
          .contains("By priority: high 93, low 1.");
    }

    @Test
    void countsEachTicketOnce() {
      assertThat(
              of(
                  "TICKET-1 to TICKET-2 closed earlier (2): category billing 2.",
                  "TICKET-1 to TICKET-4 closed earlier (4): category billing 3 shipping 1."
                      + "\nTICKET-2 closed: category billing."
                      + EMPTY))
          .contains("Tickets listed here as complete: 4.")
          .contains("By category: billing 3, shipping 1.");
    }

    @Test
    void saysOfHowManyItDoesNotKnow() {
      assertThat(of("TICKET-1 to TICKET-3 are closed.\nTICKET-4 closed: category billing." + EMPTY))
          .contains("By category: billing 1, 3 not in view.")
          .contains("By priority: not in view.");
    }
  }

  @Nested
  class ADraft {
    @Test
    void isAFunctionOfTheTicketAlone() {
      ObjectNode one = Client.request("TICKET-3 is open. Only the draft is missing.");
      ObjectNode other =
          Client.request(
              "TICKET-3 is open. Subject: \"Parcel\". Everything except the draft is done.");
      one.set("tools", DeskTask.tools());
      other.set("tools", DeskTask.tools());

      assertThat(client.message(one).path("content").path(1).path("input"))
          .isEqualTo(client.message(other).path("content").path(1).path("input"));
    }

    @Test
    void isNotThatOfAnotherTicket() {
      ObjectNode one = Client.request("TICKET-3 is open. Only the draft is missing.");
      ObjectNode other = Client.request("TICKET-8 is open. Only the draft is missing.");
      one.set("tools", DeskTask.tools());
      other.set("tools", DeskTask.tools());

      assertThat(client.message(one).path("content").path(1).path("input").path("response_text"))
          .isNotEqualTo(
              client.message(other).path("content").path(1).path("input").path("response_text"));
    }
  }
}
