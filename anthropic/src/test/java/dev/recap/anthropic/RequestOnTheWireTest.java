package dev.recap.anthropic;

import static dev.recap.anthropic.Requests.NEXT;
import static dev.recap.anthropic.Requests.SEARCH;
import static dev.recap.anthropic.Requests.asking;
import static dev.recap.anthropic.Requests.assistant;
import static dev.recap.anthropic.Requests.marked;
import static dev.recap.anthropic.Requests.of;
import static dev.recap.anthropic.Requests.saying;
import static dev.recap.anthropic.Requests.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.conversation.Message;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.model.ModelException;
import dev.recap.model.ModelOptions;
import dev.recap.model.ModelRequest;
import dev.recap.model.ModelRequest.Breakpoint;
import dev.recap.model.ToolSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RequestOnTheWireTest {
  private static final String THINKING =
      """
      {"type":"thinking","thinking":"hm","signature":"EqQB+/=","extra":{"b":1.10,"a":[null]}}\
      """;

  @RegisterExtension final MessagesServer server = new MessagesServer();

  @BeforeEach
  void serverAnswers() {
    server.answers(MessagesServer.json(MessagesServer.textReply("Hello.")));
  }

  private String sent(ModelRequest request) {
    return sent(server.model(), request);
  }

  private String sent(AnthropicModelBuilder builder, ModelRequest request) {
    try (AnthropicModel model = builder.build()) {
      model.ask(request);
    }
    return server.onlyRequest().getBodyAsString();
  }

  private static String golden(String name) {
    try (InputStream file =
        RequestOnTheWireTest.class.getResourceAsStream("/golden/" + name + ".json")) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8)
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ModelRequest toolConversation() {
    return of(
        "Work through the queue.",
        List.of(NEXT, SEARCH),
        Message.user("Process the tickets."),
        assistant(
            new Text("First the ticket."),
            new ToolCall("toolu_1", "get_next_ticket", "{}"),
            new ToolCall("toolu_2", "search_knowledge_base", "{\"query\":\"refund\",\"limit\":3}")),
        user(
            new ToolResult("toolu_1", "{\"id\":\"TICKET-1\"}", false),
            new ToolResult("toolu_2", "no article matches", true)));
  }

  @Nested
  class TheBody {
    @Test
    void ofAPlainQuestionIsFrozen() {
      assertThat(sent(saying("Grüße, 你好 \"quoted\"\n"))).isEqualTo(golden("plain"));
    }

    @Test
    void ofToolsWithoutInstructionsIsFrozenAndMarksTheLastTool() {
      assertThat(sent(of("", List.of(NEXT, SEARCH), Message.user("Go."))))
          .isEqualTo(golden("tools"));
    }

    @Test
    void ofCallsAndResultsIsFrozen() {
      assertThat(sent(toolConversation())).isEqualTo(golden("tool-results"));
    }

    @Test
    void ofThinkingIsFrozen() {
      ModelRequest request =
          of(
              "Think.",
              List.of(NEXT),
              Message.user("Go."),
              assistant(
                  new Opaque("thinking", THINKING),
                  new Opaque(
                      "redacted_thinking", "{\"type\":\"redacted_thinking\",\"data\":\"x\"}"),
                  new ToolCall("toolu_1", "get_next_ticket", "{}")),
              user(new ToolResult("toolu_1", "", false)));
      assertThat(sent(asking(request, ModelOptions.NONE.thinkingBudget(2048))))
          .isEqualTo(golden("thinking"));
    }

    @Test
    void ofBreakpointsIsFrozen() {
      ModelRequest request =
          marked(
              toolConversation(), new Breakpoint(0, 0), new Breakpoint(1, 2), new Breakpoint(2, 1));
      assertThat(sent(request)).isEqualTo(golden("breakpoints"));
    }

    @Test
    void neverAsksTheServerToHoldTheConversation() {
      assertThat(sent(toolConversation())).doesNotContain("\"thread\"");
    }

    @Test
    void isTheSameForTheSameRequest() {
      String first = sent(toolConversation());
      server.forget();
      assertThat(sent(toolConversation())).isEqualTo(first);
    }
  }

  @Nested
  class CarriedThrough {
    @Test
    void areUnknownFieldsAndDigitsOfOpaqueBlocks() {
      ModelRequest request =
          of(
              "",
              List.of(),
              Message.user("a"),
              assistant(new Opaque("thinking", THINKING)),
              Message.user("go on"));
      assertThat(sent(request)).contains(THINKING);
    }

    @Test
    void areTheKeysOfArgumentsInTheirOrder() {
      String arguments = "{\"z\":1,\"a\":{\"y\":2.50,\"b\":12345678901234567890}}";
      assertThat(
              sent(
                  of(
                      "",
                      List.of(),
                      Message.user("a"),
                      assistant(new ToolCall("toolu_1", "t", arguments)),
                      user(new ToolResult("toolu_1", "ok", false)))))
          .contains("\"input\":" + arguments);
    }
  }

  @Nested
  class WhatTheApiWouldRefuse {
    @Test
    void anEmptyTextBesideACallStaysBehind() {
      assertThat(
              sent(
                  of(
                      "",
                      List.of(),
                      Message.user("a"),
                      assistant(new Text(" "), new ToolCall("toolu_1", "t", "{}")),
                      user(new ToolResult("toolu_1", "ok", false)))))
          .contains("\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\"");
    }

    @Test
    void halfASurrogatePairIsSentAsAQuestionMark() {
      assertThat(sent(saying("cut \ud83d off"))).contains("\"text\":\"cut ? off\"");
    }

    @Test
    void argumentsThatAreNoObjectAreNamedWithTheirCall() {
      ModelRequest request = of("", List.of(), assistant(new ToolCall("toolu_7", "refund", "[1]")));
      try (AnthropicModel model = server.model().build()) {
        assertThatThrownBy(() -> model.ask(request))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(
                "the arguments of call toolu_7 of tool 'refund' must be a JSON object, but was:"
                    + " [1]");
      }
    }

    @Test
    void aSchemaThatIsNoJsonIsNamedWithItsTool() {
      ModelRequest request =
          of("", List.of(new ToolSpec("refund", "", "{oops")), Message.user("a"));
      try (AnthropicModel model = server.model().build()) {
        assertThatThrownBy(() -> model.ask(request))
            .hasMessage("the input schema of tool 'refund' must be a JSON object, but was: {oops");
      }
    }

    @Test
    void aThinkingBudgetThatLeavesNoRoomForTheReplyIsNamed() {
      try (AnthropicModel model = server.model().build()) {
        ModelRequest request = asking(saying("a"), ModelOptions.NONE.thinkingBudget(4096));
        assertThatThrownBy(() -> model.ask(request))
            .isInstanceOfSatisfying(
                ModelException.class,
                e -> assertThat(e.category()).isEqualTo(ModelException.Category.INVALID_REQUEST))
            .hasMessage(
                "a budget for thinking must be below the request's maxOutputTokens, but they were"
                    + " 4096 and 4096");
      }
    }
  }

  @Nested
  class TheHeaders {
    @Test
    void carryTheKeyAndTheVersion() {
      sent(saying("a"));
      var request = server.onlyRequest();
      assertThat(request.getHeader("authorization")).isEqualTo("Bearer sk-test");
      assertThat(request.getHeader("anthropic-version")).isEqualTo("2026-10-21");
    }

    @Test
    void carryWhatTheCallerAdds() {
      sent(server.model().header("x-summary-mode", "lying"), saying("a"));
      assertThat(server.onlyRequest().getHeader("x-summary-mode")).isEqualTo("lying");
    }
  }

  @Test
  void hasTheTextThatTheFormatAloneGives() {
    ModelRequest request = marked(toolConversation(), new Breakpoint(0, 0));

    assertThat(
            new MessagesFormat(ModelCatalog.bundled().profile("claude-sonnet-5-5"))
                .request(request))
        .isEqualTo(sent(request));
  }
}
