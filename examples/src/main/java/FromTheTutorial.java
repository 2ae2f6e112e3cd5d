import dev.recap.agent.Agent;
import dev.recap.agent.Run;
import dev.recap.agent.RunResult.Answered;
import dev.recap.agent.Turn;
import dev.recap.anthropic.AnthropicModel;
import dev.recap.compaction.Compaction;

/** The tutorial's run: five tickets, seven tools, a summary from 5,000 tokens on. */
public class FromTheTutorial {
  private static final String TASK =
      """
      You work in customer service. There are 5 tickets in the queue. For each ticket, one at a
      time: fetch it with get_next_ticket, classify it, search the knowledge base, set its
      priority, route it to a team, draft a response, mark it complete. Go on until the queue is
      empty, then give a summary of every ticket.\
      """;
  private static final String SUMMARY_PROMPT =
      """
      Write a summary of the conversation so far that the work can go on from: what is done for
      which ticket, with its values, and what comes next. Wrap it in <summary></summary> tags.\
      """;

  public static void main(String[] args) {
    Agent agent =
        Agent.builder(AnthropicModel.fromEnv("claude-sonnet-5-5"))
            .maxOutputTokens(4_096)
            .tools(new ServiceDesk())
            .compaction(Compaction.summary(5_000, SUMMARY_PROMPT))
            .build();

    try (Run run = agent.start(TASK)) {
      int before = 0;
      for (Turn turn : run) {
        if (turn.messages() < before) {
          System.out.printf("Compaction: %d messages became %d%n", before, turn.messages());
        }
        before = turn.messages();
        System.out.printf(
            "Turn %2d: Input=%,6d tokens | Output=%,4d tokens | Messages=%2d%n",
            turn.number(), turn.usage().promptTokens(), turn.usage().outputTokens(), before);
      }
      System.out.println(run.result() instanceof Answered(String text) ? text : run.result());
    }
  }
}
