package dev.recap.invariants;

import static dev.recap.invariants.Talk.call;
import static dev.recap.invariants.Talk.failure;
import static dev.recap.invariants.Talk.result;
import static dev.recap.invariants.Talk.text;
import static dev.recap.invariants.Talk.thought;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Message.Role;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.model.ModelProfile.Thinking;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendableTest {
  private static final int TRIES = 500;

  private static List<Block> sent(Block... reply) {
    return sent(Set.of(), reply);
  }

  private static List<Block> sent(Set<String> taken, Block... reply) {
    return Sendable.reply(7, List.of(reply), taken::contains);
  }

  private static List<String> ids(List<Block> blocks) {
    return blocks.stream().map(block -> ((ToolCall) block).id()).toList();
  }

  @Nested
  class WhatIsAccepted {
    @Test
    void staysTheSameInstance() {
      List<Block> reply = List.of(thought("hm"), text("So:"), call("a"), call("b"));
      ToolResult answer = failure("a", "no paint left");
      ToolResult empty = new ToolResult("b", "", false);

      assertThat(Sendable.reply(7, reply, Set.of("c")::contains)).isSameAs(reply);
      assertThat(Sendable.result(answer, "a")).isSameAs(answer);
      assertThat(Sendable.result(empty, "b")).isSameAs(empty);
    }

    @Test
    void staysBesideWhatIsNot() {
      ToolCall sound = call("a");
      List<Block> sent = sent(sound, call("call:2"), text(" "));

      assertThat(sent).containsExactly(sound, call("turn7_call2"));
      assertThat(sent.getFirst()).isSameAs(sound);
    }
  }

  @Nested
  class AnId {
    @ParameterizedTest
    @ValueSource(strings = {"call:1", "functions.paint:0", "call_1|fc_2", "\u00e4", "a b"})
    void withForeignSignsIsMadeAnew(String id) {
      assertThat(ids(sent(call(id)))).containsExactly("turn7_call1");
    }

    @Test
    void thatWasUsedBeforeIsMadeAnew() {
      assertThat(ids(sent(Set.of("call_0"), call("call_1"), call("call_0"))))
          .containsExactly("call_1", "turn7_call2");
    }

    @Test
    void thatAReplyRepeatsIsMadeAnewTheSecondTime() {
      assertThat(ids(sent(call("a"), call("a"), call("a"))))
          .containsExactly("a", "turn7_call2", "turn7_call3");
    }

    @Test
    void thatIsMadeIsNobodyElses() {
      assertThat(
              ids(
                  sent(
                      Set.of("turn7_call1"),
                      call("x:y"),
                      call("turn7_call1_"),
                      call("turn7_call1"))))
          .containsExactly("turn7_call1__", "turn7_call1_", "turn7_call3");
    }

    @Test
    void isTheSameAgainAfterAResume() {
      assertThat(sent(Set.of("a"), call("a"), call("b:1")))
          .isEqualTo(sent(Set.of("a"), call("a"), call("b:1")));
    }

    @Test
    void isFollowedByItsAnswers() {
      assertThat(Sendable.result(result("call:1"), "turn7_call1")).isEqualTo(result("turn7_call1"));
    }
  }

  @Nested
  class AToolsName {
    @ParameterizedTest
    @CsvSource({
      "browser.tabs.open, browser_tabs_open",
      "$lookup, _lookup",
      "'paint the fence', paint_the_fence",
      "\ud83d\ude00, _",
      "'', nameless_tool"
    })
    void keepsWhatIsAccepted(String name, String sent) {
      assertThat(sent(call("a", name, "{}"))).containsExactly(call("a", sent, "{}"));
    }

    @Test
    void isCutWhereItIsTooLong() {
      assertThat(sent(call("a", "x".repeat(500), "{}")))
          .containsExactly(call("a", "x".repeat(128), "{}"));
    }
  }

  @Nested
  class Arguments {
    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void thatAreMissingAreNone(String none) {
      assertThat(sent(call("a", "paint", none))).containsExactly(call("a"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"[1]", "red", "{\"color\": \"re", "{\"a\":1e99999999999}", "\"\\\n\u0000"})
    void thatAreNoObjectStandInOneToTheLetter(String given) throws Exception {
      ToolCall sent = (ToolCall) sent(call("a", "paint", given)).getFirst();

      assertThat(new ObjectMapper().readTree(sent.arguments()).path("arguments").textValue())
          .isEqualTo(given);
    }
  }

  @Nested
  class AnError {
    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void withoutAWordIsGivenSome(String blank) {
      assertThat(Sendable.result(failure("a", blank), "a"))
          .isEqualTo(failure("a", "It failed, and the tool does not say why."));
    }
  }

  @Nested
  class AReply {
    @Test
    void losesItsBlankTexts() {
      assertThat(sent(text(" "), text("So:"), text("\n\n"), call("a")))
          .containsExactly(text("So:"), call("a"));
    }

    @Test
    void thatSaysNothingIsNothing() {
      assertThat(sent(text(""))).isEmpty();
    }

    @Test
    void keepsItsThinkingWhereWhatChangedStandsBehindIt() {
      assertThat(sent(thought("hm"), text(" "), call("a:1")))
          .containsExactly(thought("hm"), call("turn7_call1"));
    }

    @Test
    void losesAllItsThinkingWhereSomeStandsBehindWhatChanged() {
      Opaque search = new Opaque("server_tool_use", "{\"type\":\"server_tool_use\"}");

      assertThat(sent(thought("hm"), search, call("a:1"), thought("and"), call("b")))
          .containsExactly(search, call("turn7_call1"), call("b"));
    }
  }

  @Provide
  Arbitrary<List<List<Block>>> replies() {
    Arbitrary<String> words =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.of("", " ", "a", "call:1", "turn2_call1", "{}")),
            Tuple.of(1, Arbitraries.strings().ofMaxLength(200)));
    Arbitrary<Block> call =
        Combinators.combine(words.filter(id -> !id.isBlank()), words, words).as(ToolCall::new);
    Arbitrary<Block> block =
        Arbitraries.oneOf(
            call, call, words.map(Talk::text), Arbitraries.of(thought("hm"), thought("and")));
    return block.list().ofMaxSize(5).list().ofMaxSize(8);
  }

  /** Whatever a model and its tools say: what is sent breaks no rule. */
  @Property(tries = TRIES)
  void nothingSticksInTheHistory(
      @ForAll("replies") List<List<Block>> replies, @ForAll boolean failing) {
    Set<String> taken = new HashSet<>();
    List<Message> messages = new ArrayList<>(List.of(Talk.TASK));
    for (int turn = 1; turn <= replies.size(); turn++) {
      List<Block> reply = replies.get(turn - 1);
      List<Message> before = List.copyOf(messages);
      List<Block> sent = Sendable.reply(turn, reply, taken::contains);
      List<ToolCall> came = calls(reply);
      List<Block> answers = new ArrayList<>();
      for (int i = 0; i < came.size(); i++) {
        String id = calls(sent).get(i).id();
        answers.add(Sendable.result(new ToolResult(came.get(i).id(), "", failing), id));
        taken.add(id);
      }
      answers.add(text("Go on."));
      if (!sent.isEmpty()) {
        messages.add(new Message(Role.ASSISTANT, sent));
        messages.add(new Message(Role.USER, answers));
      }
      assertThat(Invariants.broken(before, messages, Thinking.BOUND, "Paint.")).isEmpty();
      assertThat(Sendable.reply(turn, sent, id -> false)).isSameAs(sent);
    }
  }

  private static List<ToolCall> calls(List<Block> blocks) {
    return blocks.stream().filter(ToolCall.class::isInstance).map(ToolCall.class::cast).toList();
  }
}
