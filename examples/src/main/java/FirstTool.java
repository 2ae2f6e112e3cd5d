import static dev.recap.work.Effect.IDEMPOTENT;

import dev.recap.agent.Agent;
import dev.recap.agent.Run;
import dev.recap.agent.Turn;
import dev.recap.anthropic.AnthropicModel;
import dev.recap.compaction.Compaction;
import dev.recap.tool.Tool;

/** A tool of your own, called by an agent whose context is kept below 1,000 tokens. */
public class FirstTool {

  @Tool(value = "Holds a parcel at the depot, where it can be fetched.", effect = IDEMPOTENT)
  public String holdParcel(String parcel) {
    return "Parcel " + parcel + " is held at the depot until Saturday, shelf 17.";
  }

  public static void main(String[] args) {
    Agent agent =
        Agent.builder(AnthropicModel.fromEnv("claude-sonnet-5-5"))
            .tools(new FirstTool())
            .compaction(Compaction.atTokens(1_000))
            .build();

    try (Run run = agent.start("Call hold_parcel for P-1, P-2, P-3, P-4, P-5 and P-6.")) {
      for (Turn turn : run) {
        System.out.printf(
            "Turn %d: %,d tokens in %d messages%n",
            turn.number(), turn.usage().promptTokens(), turn.messages());
      }
      System.out.println(run.result());
    }
  }
}
