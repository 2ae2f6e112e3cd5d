import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.agent.Agent;
import dev.recap.agent.Run;
import dev.recap.agent.RunResult.Answered;
import dev.recap.agent.Turn;
import dev.recap.compaction.Compaction;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What docs/compaction.md says of a stage of one's own. */
class LastTenTest {
  /** A tool that only looks. */
  public static class Tide {
    @Tool(value = "Says how high the tide is.", effect = Effect.READ_ONLY)
    public String tide() {
      return "4.2 m and falling";
    }
  }

  @Test
  void keepsTenTurnsAndTheTask() {
    try (var model = new ScriptedModel()) {
      for (int i = 0; i < 30; i++) {
        model.then(Replies.calling("tide", "{}"));
      }
      model.then(Replies.saying("It falls."));
      Agent agent =
          Agent.builder(model)
              .tools(new Tide())
              .compaction(Compaction.atTokens(1).minimumGain(0).stages(new LastTen("last-ten")))
              .build();
      List<Integer> messages = new ArrayList<>();
      try (Run run = agent.start("Watch the tide.")) {
        for (Turn turn : run) {
          messages.add(turn.messages());
        }
        assertThat(run.result()).isInstanceOf(Answered.class);
      }
      assertThat(messages).allMatch(count -> count <= 21).endsWith(21);
      assertThat(model.requests())
          .allMatch(request -> request.messages().getFirst().text().startsWith("Watch the tide."));
    }
  }
}
