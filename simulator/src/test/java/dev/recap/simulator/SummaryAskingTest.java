package dev.recap.simulator;

import static dev.recap.simulator.Summarized.ASK;
import static dev.recap.simulator.Summarized.after;
import static dev.recap.simulator.Summarized.ask;
import static dev.recap.simulator.Summarized.call;
import static dev.recap.simulator.Summarized.reply;
import static dev.recap.simulator.Summarized.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is taken for the asking of a summary. */
class SummaryAskingTest {
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

    assertThat(text(reply(body))).contains("TICKET-1 is open");
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
    body.set("tools", DeskTask.tools());

    assertThat(call(reply(body))).startsWith("get_next_ticket");
  }

  @Test
  void isNotSeenInAnOrdinaryMessage() {
    ObjectNode body = after(2);
    assertThat(call(ask(body, "The queue is not empty yet: TICKET-1 is still open.")))
        .startsWith("search_knowledge_base");
  }
}
