package dev.recap.agent;

import static dev.recap.agent.Scripts.finishes;
import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Scripts.opens;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.conversation.Message;
import dev.recap.journal.Journal;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A final answer counts only when nothing is left to do. */
class UntilTest {
  private final PaintShop shop = new PaintShop();

  private AgentBuilder agent(ScriptedModel model) {
    return Agent.builder(model)
        .tools(shop)
        .compaction(Compaction.none())
        .until(Check.everyItemClosed());
  }

  @Test
  void anAnswerWithNothingLeftEndsTheRun() {
    try (var model = model(opens(), finishes("T-1"), Replies.saying("Done."))) {
      assertThat(agent(model).build().start("Go.").result())
          .isEqualTo(new RunResult.Answered("Done."));
    }
  }

  @Test
  void anAnswerTooEarlyIsAnsweredWithWhatIsLeft() {
    try (var model =
        model(opens(), Replies.saying("Done."), finishes("T-1"), Replies.saying("Now it is."))) {
      assertThat(agent(model).build().start("Go.").result())
          .isEqualTo(new RunResult.Answered("Now it is."));
      assertThat(model.requests().get(2).messages().getLast())
          .isEqualTo(Message.user("The task is not finished: 1 item is not closed. Please go on."));
    }
  }

  @Test
  void afterTwoRemindersTheRunEndsUnfinished() {
    try (var model =
        model(opens(), Replies.saying("Done."), Replies.saying("Yes."), Replies.saying("I said"))) {
      assertThat(agent(model).build().start("Go.").result())
          .isEqualTo(new RunResult.Unfinished("I said", "1 item is not closed"));
    }
  }

  @Test
  void severalChecksAreSaidTogether() {
    try (var model =
        model(opens(), Replies.saying("a"), Replies.saying("b"), Replies.saying("c"))) {
      assertThat(
              agent(model)
                  .until(ledger -> Optional.of("the queue is not empty"))
                  .build()
                  .start("Go.")
                  .result())
          .isEqualTo(new RunResult.Unfinished("c", "1 item is not closed; the queue is not empty"));
    }
  }

  @Test
  void aRunThatSaysMoreHasItsOwnTwoReminders() {
    try (var model =
        model(
            opens(),
            Replies.saying("a"),
            Replies.saying("b"),
            Replies.saying("c"),
            Replies.saying("d"),
            Replies.saying("e"),
            Replies.saying("f"))) {
      Run first = agent(model).build().start("Go.");
      first.result();

      assertThat(first.send("Finish it!").result())
          .isEqualTo(new RunResult.Unfinished("f", "1 item is not closed"));
    }
  }

  @Test
  void remindersBeforeAKillCountAfterIt() {
    Journal journal = Journal.inMemory();
    try (var model = model(opens(), Replies.saying("a"), Replies.saying("b"))) {
      var turns = agent(model).build().start(journal, "Go.").iterator();
      turns.next();
      turns.next();
      turns.next();
    }
    try (var model = model(Replies.saying("c"))) {
      assertThat(agent(model).build().resume(journal).result())
          .isEqualTo(new RunResult.Unfinished("c", "1 item is not closed"));
    }
  }
}
