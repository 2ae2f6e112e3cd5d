package dev.recap.desk.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.recap.head.LedgerLine;
import dev.recap.model.ToolSpec;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.ToolAnswer.WorkChange;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the desk's texts cost, beside the recorded reference run (claude-sonnet-4-5). A token of
 * Claude's is taken as 1/1.18 of an o200k token, and a result costs 23 beside its text: recorded
 * deltas count the message and the block around it, too.
 */
class DeskSizesTest {
  private static final Encoding O200K =
      Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
  private static final double CLAUDE_PER_O200K = 1.18;
  private static final int AROUND_A_RESULT = 23;
  private static final int AROUND_A_TOOL = 12;
  private static final int AROUND_ALL_TOOLS = 498;
  private static final int TICKETS = 35;

  private static final Desk DESK = new Desk(TICKETS + 1);

  @BeforeAll
  static void handleAll() {
    IntStream.rangeClosed(1, TICKETS).forEach(i -> DESK.handle("r", "TICKET-" + i));
  }

  @AfterAll
  static void close() {
    DESK.close();
  }

  private static int tokens(String text) {
    return (int) Math.round(CLAUDE_PER_O200K * O200K.countTokensOrdinary(text));
  }

  private static int result(ToolAnswer answer) {
    return tokens(answer.text()) + AROUND_A_RESULT;
  }

  private static int tool(ToolSpec spec) {
    try {
      ObjectNode json = new ObjectMapper().createObjectNode();
      json.put("name", spec.name()).put("description", spec.description());
      json.set("input_schema", new ObjectMapper().readTree(spec.inputSchema()));
      return tokens(json.toString()) + AROUND_A_TOOL;
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String ledgerLine(int ticket) {
    var item = new WorkItem("TICKET-" + ticket);
    var closes = (WorkChange.Closes) DESK.complete("r", item.key()).change();
    return LedgerLine.of(new Opening(item, 1), closes.facts());
  }

  @Test
  void toolsAndTaskFillTheFirstRequestAsRecorded() {
    int tools =
        AROUND_ALL_TOOLS + DESK.tools().specs().stream().mapToInt(DeskSizesTest::tool).sum();
    int task = tokens(DeskTask.forTickets(5));
    assertThat(tools + task).isBetween(1_491, 1_583);
  }

  @Test
  void aTicketAndItsArticlesAreNoLargerThanTheLargestRecordedArticles() {
    try (var desk = new Desk(TICKETS)) {
      for (int i = 1; i <= TICKETS; i++) {
        String run = "run-" + i;
        String ticket = desk.next(run).text();
        String subject = desk.ticket("TICKET-" + i).asked().subject();

        assertThat(tokens(ticket) + AROUND_A_RESULT).as(ticket).isBetween(159, 240);
        assertThat(
                result(desk.ask(run, "search_knowledge_base", "{\"query\":\"" + subject + "\"}")))
            .as(subject)
            .isLessThanOrEqualTo(364);
      }
    }
  }

  @Test
  void changesAreAnsweredInAboutTheRecordedSize() {
    try (var desk = new Desk(1)) {
      String id = "TICKET-1";
      desk.next("r");

      assertThat(result(desk.classify("r", id))).isCloseTo(43, within(10));
      assertThat(result(desk.prioritise("r", id))).isCloseTo(64, within(10));
      assertThat(result(desk.route("r", id))).isCloseTo(63, within(10));
      assertThat(result(desk.draft("r", id))).isCloseTo(50, within(10));
      assertThat(result(desk.complete("r", id))).isCloseTo(124, within(15));
    }
  }

  @Test
  void aLedgerLineNeverExceedsItsLimit() {
    for (int i = 1; i <= TICKETS; i++) {
      String line = ledgerLine(i);

      assertThat(tokens(line)).as(line).isLessThanOrEqualTo(55);
      assertThat(line).contains("category billing", "draft length 32", "customer 10");
    }
  }
}
