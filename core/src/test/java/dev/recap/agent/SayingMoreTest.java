package dev.recap.agent;

import static dev.recap.agent.Scripts.mails;
import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Scripts.opens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.compaction.Compaction;
import dev.recap.conversation.Message;
import dev.recap.journal.Compacted;
import dev.recap.journal.Journal;
import dev.recap.journal.RunStarted;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A message after a run has ended is a new run on the same journal. */
class SayingMoreTest {
  private final PaintShop shop = new PaintShop();

  private AgentBuilder agent(ScriptedModel model) {
    return Agent.builder(model).tools(shop).compaction(Compaction.none());
  }

  @Test
  void isANewRunOnTheSameJournal() {
    try (var model =
        model(mails("ann"), Replies.saying("Done."), mails("ann"), Replies.saying("Was done."))) {
      Run first = agent(model).build().start("Mail Ann.");
      first.result();
      Run second = first.send("Again, please.");

      assertThat(second.result()).isEqualTo(new RunResult.Answered("Was done."));
      assertThat(shop.done).containsExactly("mailed ann");
      assertThat(second.journal().entries()).filteredOn(RunStarted.class::isInstance).hasSize(2);
      assertThat(model.requests().get(2).messages().getLast())
          .isEqualTo(Message.user("Again, please."));
    }
  }

  @Test
  void leavesOutWhatWasRefusedWhichWouldBeRefusedAgain() {
    try (var model =
        model(
            Replies.saying("Hello."),
            Replies.saying("No.").stopping(StopReason.REFUSAL),
            Replies.saying("Of course."))) {
      Run first = agent(model).build().start("Greet.");
      first.result();
      Run refused = first.send("Something that is not done.");
      assertThat(refused.result()).isEqualTo(new RunResult.Refused("No."));

      assertThat(refused.send("Paint the fence.").result())
          .isEqualTo(new RunResult.Answered("Of course."));
      assertThat(model.lastRequest().messages())
          .containsExactly(
              Message.user("Greet."),
              Message.assistant("Hello."),
              Message.user("Paint the fence."));
    }
  }

  @Test
  void keepsWhatWasDoneBeforeARefusal() {
    try (var model =
        model(
            mails("ann"),
            Replies.saying("No.").stopping(StopReason.REFUSAL),
            Replies.saying("Was done."))) {
      Run refused = agent(model).build().start("Mail Ann.");
      refused.result();
      refused.send("And now?").result();

      assertThat(model.lastRequest().messages()).hasSize(3);
      assertThat(model.lastRequest().messages().getLast().results()).hasSize(1);
      assertThat(model.lastRequest().messages().getLast().text()).isEqualTo("And now?");
    }
  }

  @Test
  void hasItsOwnLimits() {
    try (var model = model(opens(), opens(), Replies.saying("Ok."))) {
      Run first = agent(model).limits(Limits.turns(2)).build().start("Go.");
      assertThat(first.result()).isEqualTo(new RunResult.TurnLimitReached(2));

      assertThat(first.send("Go on.").result()).isEqualTo(new RunResult.Answered("Ok."));
    }
  }

  @Test
  void waitsForTheEndOfTheRun() {
    try (var model = model(opens())) {
      Run run = agent(model).build().start("Go.");
      run.iterator().next();

      assertThatThrownBy(() -> run.send("More.")).hasMessageContaining("not ended yet");
    }
  }

  @Test
  void isPossibleOnceForEachEnd() {
    try (var model = model(Replies.saying("Ok."))) {
      Run run = agent(model).build().start("Go.");
      run.result();
      run.send("One.");

      assertThatThrownBy(() -> run.send("Two."))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("has not ended");
    }
  }

  @Test
  void isPossibleOnAJournalOfAnotherProcess() {
    try (var model = model(Replies.saying("Hello."), Replies.saying("Four."))) {
      Journal journal = Journal.inMemory();
      agent(model).build().start(journal, "Talk.").result();

      assertThat(agent(model).build().send(journal, "Two plus two?").result())
          .isEqualTo(new RunResult.Answered("Four."));
    }
  }

  @Test
  void needsARunBefore() {
    assertThatThrownBy(() -> agent(model()).build().send(Journal.inMemory(), "More."))
        .hasMessageContaining("start a run");
  }

  @Test
  void inAChatWithoutToolsCompactsAndKeepsWhatTheUserSaid() {
    String longAnswer = "many words ".repeat(500);
    try (var model =
        model(
            Replies.saying(longAnswer),
            Replies.saying(longAnswer),
            Replies.saying("They talked."),
            Replies.saying("Bye."))) {
      Run last =
          Agent.builder(model).compaction(Compaction.atTokens(2_000)).build().start("Talk to me.");
      for (String message : List.of("And then?", "Thank you.")) {
        last.result();
        last = last.send(message);
      }

      assertThat(last.result()).isEqualTo(new RunResult.Answered("Bye."));
      assertThat(last.journal().entries()).hasAtLeastOneElementOfType(Compacted.class);
      assertThat(model.lastRequest().messages().getFirst().text())
          .startsWith("Talk to me.")
          .contains("> They talked.", "Earlier the user said:\nAnd then?");
      assertThat(model.lastRequest().messages().getLast()).isEqualTo(Message.user("Thank you."));
    }
  }
}
