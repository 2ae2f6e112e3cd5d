package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.journal.Compacted;
import dev.recap.journal.Journal;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.model.ModelRequest;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import org.junit.jupiter.api.Test;

/**
 * A reply that ends before it said anything is no part of the conversation, and costs all the same.
 */
class CutShortTest {
  private final Journal journal = Journal.inMemory();

  private static Replies onlyThinking() {
    return Replies.thinking("on and on").using(100, 50).stopping(StopReason.MAX_TOKENS);
  }

  private static ScriptedModel roomy(Replies... replies) {
    ScriptedModel model = model(replies);
    return model.profile(new ModelProfile("roomy", 200_000, 0, null).maxOutputTokens(9_000));
  }

  private Run run(ScriptedModel model) {
    return Agent.builder(model)
        .tools(new PaintShop())
        .maxOutputTokens(1_000)
        .build()
        .start(journal, "Paint.");
  }

  @Test
  void byItsThinkingIsAskedForOnceMoreWithAllTheRoomThereIs() {
    try (var model = roomy(onlyThinking(), Replies.saying("Done.").using(100, 5))) {
      assertThat(run(model).result()).isEqualTo(new RunResult.Answered("Done."));
      assertThat(model.requests())
          .extracting(ModelRequest::maxOutputTokens)
          .containsExactly(1_000, 9_000);
      assertThat(model.lastRequest().messages()).isEqualTo(model.requests().getFirst().messages());
    }
  }

  @Test
  void twiceIsTheEnd() {
    try (var model = roomy(onlyThinking(), onlyThinking())) {
      assertThat(run(model).result()).isEqualTo(new RunResult.Truncated(""));
    }
  }

  @Test
  void byItsThinkingWithNoMoreRoomIsTheEnd() {
    try (var model = model(onlyThinking())) {
      assertThat(Agent.builder(model).build().start("Paint.").result())
          .isEqualTo(new RunResult.Truncated(""));
    }
  }

  @Test
  void countsForTheLimits() {
    try (var model = roomy(onlyThinking())) {
      Run run =
          Agent.builder(model)
              .maxOutputTokens(1_000)
              .limits(Limits.standard().tokens(120))
              .build()
              .start("Paint.");

      assertThat(run.result()).isEqualTo(new RunResult.TokenLimitReached(150));
    }
  }

  @Test
  void byTheEndOfTheWindowIsAskedForOnceMoreAfterACompaction() {
    String words = "{'words':'%s'}".formatted("glue ".repeat(400));
    try (var model =
        roomy(
            calls("look_up", words),
            calls("look_up", words.replace("glue", "tape")),
            Replies.saying("So").stopping(StopReason.WINDOW_EXCEEDED),
            Replies.saying("Looked up."),
            Replies.saying("Done."))) {
      Run run =
          Agent.builder(model)
              .tools(new PaintShop())
              .compaction(Compaction.atTokens(100_000))
              .build()
              .start(journal, "Paint.");

      assertThat(run.result()).isEqualTo(new RunResult.Answered("Done."));
      assertThat(journal.entries()).hasAtLeastOneElementOfType(Compacted.class);
      assertThat(model.lastRequest().messages().toString()).doesNotContain("So");
    }
  }

  @Test
  void goesOnWhereItWasKilledInBetween() {
    try (var model = roomy(onlyThinking(), Replies.saying("Done."))) {
      Run run = run(model);
      run.iterator().next();
      run.close();
      Agent agent = Agent.builder(model).tools(new PaintShop()).maxOutputTokens(1_000).build();

      assertThat(agent.resume(journal).result()).isEqualTo(new RunResult.Answered("Done."));
    }
  }
}
