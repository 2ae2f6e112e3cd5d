package dev.recap.simulator;

import static dev.recap.simulator.Summarized.ASK;
import static dev.recap.simulator.Summarized.after;
import static dev.recap.simulator.Summarized.ask;
import static dev.recap.simulator.Summarized.nextCallFrom;
import static dev.recap.simulator.Summarized.reply;
import static dev.recap.simulator.Summarized.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** What a summary says in the other modes. */
class SummaryModesTest {
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
