package dev.recap.agent;

import static dev.recap.agent.Seen.lastResults;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.tool.Tool;
import dev.recap.tool.Tools;
import dev.recap.work.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private final Tools tools = Tools.of(new PaintShop());

  /** Which calls run side by side: "look_at T-1" and the like. */
  private List<List<String>> of(String... calls) {
    List<ToolCall> asked = new ArrayList<>();
    for (String call : calls) {
      String[] words = call.split(" ", 2);
      String argument = words.length == 1 ? "" : words[1];
      asked.add(new ToolCall(call + asked.size(), words[0], arguments(words[0], argument)));
    }
    return Batches.of(asked.stream().map(tools::check).toList()).stream()
        .map(batch -> batch.stream().map(call -> calls[asked.indexOf(call.call())]).toList())
        .toList();
  }

  private static String arguments(String tool, String value) {
    String json =
        switch (tool) {
          case "paint" -> "{'thing':'%s','color':'red'}";
          case "look_at", "finish", "reopen" -> "{'thing':'%s'}";
          case "look_up", "shout" -> "{'words':'%s'}";
          case "mail" -> "{'to':'%s'}";
          default -> "{}";
        };
    return json.replace('\'', '"').formatted(value);
  }

  @Nested
  class SideBySide {
    @Test
    void runReads() {
      assertThat(of("look_at T-1", "look_at T-1", "look_up glue")).hasSize(1);
    }

    @Test
    void runChangesOfDifferentItems() {
      assertThat(of("paint T-1", "paint T-2", "finish T-3")).hasSize(1);
    }

    @Test
    void runAChangeAndALookUpThatNamesNoItem() {
      assertThat(of("look_up glue", "paint T-1", "look_up brush")).hasSize(1);
    }

    @Test
    void runAChangeOfOneItemAndALookAtAnother() {
      assertThat(of("paint T-1", "look_at T-2")).hasSize(1);
    }
  }

  @Nested
  class OneAfterTheOther {
    @Test
    void runChangesOfTheSameItem() {
      assertThat(of("paint T-1", "finish T-1"))
          .containsExactly(List.of("paint T-1"), List.of("finish T-1"));
    }

    @Test
    void runAChangeAndALookAtTheSameItem() {
      assertThat(of("look_at T-1", "paint T-1", "look_at T-1")).hasSize(3);
    }

    @Test
    void runsAChangeWithoutAKnownItem() {
      assertThat(of("mail ann", "mail bob")).hasSize(2);
      assertThat(of("paint T-1", "mail ann")).hasSize(2);
      assertThat(of("mail ann", "look_at T-1")).hasSize(2);
    }

    @Test
    void runsWhatOpensAnItem() {
      assertThat(of("look_up glue", "next_thing", "look_up brush")).hasSize(3);
      assertThat(of("paint T-1", "reopen T-2")).hasSize(2);
    }

    @Test
    void runsACallOfWhichNothingIsDeclared() {
      assertThat(of("look_at T-1", "shout a", "look_at T-2")).hasSize(3);
    }
  }

  @Test
  void aCallIsNeverMovedBeforeAnEarlierOne() {
    assertThat(of("paint T-1", "paint T-1", "paint T-2", "look_at T-1"))
        .containsExactly(
            List.of("paint T-1"), List.of("paint T-1", "paint T-2"), List.of("look_at T-1"));
  }

  /** Two readers that wait for each other. */
  public static final class Readers {
    private final CyclicBarrier both = new CyclicBarrier(2);

    @Tool(value = "Reads.", effect = Effect.READ_ONLY)
    public String read(String name) throws Exception {
      both.await();
      return name;
    }
  }

  @Test
  void resultsOfCallsThatRanSideBySideComeInCallOrder() {
    try (var model =
        new ScriptedModel()
            .then(
                Replies.calling("read", "{\"name\":\"first\"}")
                    .andCalling("read", "{\"name\":\"second\"}"))
            .then(Replies.saying("Ok."))) {
      Agent.builder(model)
          .tools(new Readers())
          .compaction(Compaction.none())
          .build()
          .start("Read.")
          .result();

      assertThat(lastResults(model))
          .extracting(ToolResult::content)
          .containsExactly("first", "second");
    }
  }
}
