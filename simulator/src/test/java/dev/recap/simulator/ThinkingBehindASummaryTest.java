package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Thinking that is kept behind the block of a compaction, on a model that binds it. */
class ThinkingBehindASummaryTest {
  private static final String COMPACTION = "compact-2026-09-04";
  private static final String BINDING = "thinking-binding-controls-2026-08-01";

  private final Door door = Door.open();
  private SmallDesk desk;
  private ObjectNode sent;
  private JsonNode reply;

  @BeforeEach
  void think() {
    desk = new SmallDesk(5);
    ObjectNode body = DeskTask.request(5).put("model", "claude-opus-5-5");
    for (int i = 0; i < 4; i++) {
      Client.answer(body, door.accepted(body), desk::run);
    }
    sent = body.deepCopy();
    reply = door.accepted(sent);
  }

  /** The block for what was sent last, with the newest turn behind it. */
  private ObjectNode swapped(ObjectNode summarized) {
    ObjectNode asking = summarized.deepCopy();
    asking.putObject("compaction").put("type", "summarize");
    ObjectNode next = sent.deepCopy();
    Client.messages(next).removeAll();
    Client.said(next, door.accepted(asking, COMPACTION));
    Client.answer(next, reply, desk::run);
    return next;
  }

  @Test
  void staysValidDirectlyBehindWhatWasSentLast() {
    ObjectNode next = swapped(sent);
    Client.answer(next, door.accepted(next, COMPACTION), desk::run);
    assertThat(door.accepted(next, COMPACTION, BINDING).path("input_transformations")).isEmpty();

    sent = next.deepCopy();
    reply = door.accepted(sent, COMPACTION);
    ObjectNode again = swapped(sent);
    assertThat(door.accepted(again, COMPACTION, BINDING).path("input_transformations")).isEmpty();
  }

  @Test
  void isRefusedBehindASummaryOfLess() {
    ObjectNode less = sent.deepCopy();
    Client.messages(less).remove(Client.messages(less).size() - 1);
    Client.messages(less).remove(Client.messages(less).size() - 1);

    assertThat(door.refusal(swapped(less), COMPACTION, BINDING))
        .startsWith("messages.1.content.0: Invalid `signature` in `thinking` block. The block");
  }

  @Test
  void isRefusedWithAnotherSystemPromptOrAnotherFirstRole() {
    assertThat(door.refusal(swapped(sent).put("system", "Be quick."), COMPACTION, BINDING))
        .contains("bound to a different conversation");

    ObjectNode next = swapped(sent);
    Client.messages(next).insert(1, Conversations.user("Go on."));
    assertThat(door.refusal(next, COMPACTION, BINDING))
        .contains("bound to a different conversation");
  }

  @Test
  void isRefusedBehindASummaryOfAModelThatBindsNothing() {
    ObjectNode plain = sent.deepCopy().put("model", "claude-opus-5");

    assertThat(door.refusal(swapped(plain), COMPACTION, BINDING))
        .contains("bound to a different conversation");
  }
}
