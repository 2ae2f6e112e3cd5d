package dev.recap.agent;

import static dev.recap.agent.Scripts.finishes;
import static dev.recap.agent.Scripts.mails;
import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Scripts.opens;
import static dev.recap.agent.Seen.lastResults;
import static dev.recap.agent.Seen.upTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.compaction.Compaction;
import dev.recap.conversation.ToolResult;
import dev.recap.conversation.Usage;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.Journal;
import dev.recap.journal.Replied;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import dev.recap.journal.SummaryAsked;
import dev.recap.journal.SummaryAsked.Written;
import dev.recap.journal.UserSaid;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.testing.Step;
import dev.recap.testing.Story;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The process is killed, and another one goes on from the journal. */
class ResumeTest {
  private final PaintShop shop = new PaintShop();

  private AgentBuilder agent(ScriptedModel model) {
    return Agent.builder(model).tools(shop).compaction(Compaction.none()).pauseAtOnce();
  }

  private RunResult resume(Journal journal, ScriptedModel model) {
    return agent(model).build().resume(journal).result();
  }

  /** What the journal of a whole run holds up to the first entry of a kind, and that one. */
  private Journal killedAfter(Predicate<Entry> last, Replies... replies) {
    Journal whole = Journal.inMemory();
    try (var model = model(replies)) {
      agent(model).build().start(whole, "Go.").result();
    }
    shop.done.clear();
    return upTo(last, whole);
  }

  private static Journal journal(Story story) {
    Journal journal = Journal.inMemory();
    journal.append(new RunStarted("run-1", Story.NOON));
    story.entries().forEach(journal::append);
    return journal;
  }

  @Nested
  class ARun {
    @Test
    void goesOnWithTheRequestThatWasNeverAnswered() {
      Journal journal = killedAfter(UserSaid.class::isInstance, Replies.saying("Ok."));
      try (var model = model(Replies.saying("Fine."))) {
        assertThat(resume(journal, model)).isEqualTo(new RunResult.Answered("Fine."));
      }
    }

    @Test
    void runsTheCallsThatHadNotBegunAndDoesNotAskAgain() {
      Journal journal =
          killedAfter(
              Replied.class::isInstance,
              mails("ann").andCalling("mail", "{\"to\":\"bob\"}"),
              Replies.saying("Ok."));
      try (var model = model(Replies.saying("Ok."))) {
        assertThat(resume(journal, model)).isEqualTo(new RunResult.Answered("Ok."));
        assertThat(shop.done).containsExactly("mailed ann", "mailed bob");
        assertThat(model.requests()).hasSize(1);
      }
    }

    @Test
    void runsOnlyTheOpenOnesOfItsCalls() {
      Journal journal =
          journal(Story.of("Go.").turn(Step.mails("ann"), Step.looksUp("glue").running()));
      try (var model = model(Replies.saying("Ok."))) {
        resume(journal, model);

        assertThat(shop.done).containsExactly("looked up glue");
        assertThat(lastResults(model))
            .extracting(ToolResult::content)
            .containsExactly("mailed ann", "found glue");
      }
    }

    @Test
    void runsAnIdempotentCallAgainThatWasInFlight() {
      Journal journal =
          journal(Story.of("Go.").turn(Step.opens("T-1"), Step.paints("T-1", "red").running()));
      try (var model = model(Replies.saying("Ok."))) {
        assertThat(resume(journal, model)).isEqualTo(new RunResult.Answered("Ok."));
        assertThat(shop.done).containsExactly("painted T-1 RED");
      }
    }

    @Test
    void doesNotAskForAFinalReplyThatIsOnRecord() {
      Journal journal = killedAfter(Replied.class::isInstance, Replies.saying("Ok."));
      try (var model = model()) {
        assertThat(resume(journal, model)).isEqualTo(new RunResult.Answered("Ok."));
        assertThat(journal.entries().getLast()).isEqualTo(new RunEnded("Answered"));
      }
    }

    @Test
    void keepsItsNumbersOfTurns() {
      Journal journal = killedAfter(Replied.class::isInstance, opens(), Replies.saying("Ok."));
      try (var model = model(Replies.saying("Ok."))) {
        assertThat(agent(model).build().resume(journal).iterator().next().number()).isEqualTo(2);
      }
    }

    @Test
    void canBeLeftAndResumedInTheSameProcess() {
      Journal journal = Journal.inMemory();
      try (var model = model(opens(), finishes("T-1"), Replies.saying("Ok."))) {
        Agent agent = agent(model).build();
        try (Run run = agent.start(journal, "Go.")) {
          run.iterator().next();
        }

        assertThat(agent.resume(journal).result()).isEqualTo(new RunResult.Answered("Ok."));
        assertThat(shop.done).containsExactly("opened T-1", "finished T-1");
      }
    }
  }

  @Nested
  class ACallInFlightThatMayHappenOnceOnly {
    @Test
    void isUnknownAndEndsTheRun() {
      Journal journal =
          killedAfter(Intended.class::isInstance, mails("ann"), Replies.saying("Ok."));
      try (var model = model()) {
        RunResult result = resume(journal, model);

        assertThat(result).isInstanceOf(RunResult.UnsettledEffect.class);
        assertThat(((RunResult.UnsettledEffect) result).effects())
            .singleElement()
            .satisfies(effect -> assertThat(effect.call().tool()).isEqualTo("mail"));
        assertThat(shop.done).isEmpty();
      }
    }

    @Test
    void isNotRunAgainByAnotherCallOfTheSameReply() {
      Journal journal =
          killedAfter(
              Intended.class::isInstance,
              mails("ann").andCalling("mail", "{\"to\":\"ann\"}"),
              Replies.saying("Ok."));
      try (var model = model()) {
        assertThat(resume(journal, model)).isInstanceOf(RunResult.UnsettledEffect.class);
        assertThat(shop.done).isEmpty();
      }
    }

    @Test
    void endsTheRunAlsoWhenItWasAnsweredAsUnknownJustBeforeTheKill() {
      Journal journal = journal(Story.of("Go.").turn(Step.mails("ann").unknown()));
      try (var model = model()) {
        assertThat(resume(journal, model)).isInstanceOf(RunResult.UnsettledEffect.class);
      }
    }

    @Test
    void doesNotEndALaterRunInWhichItStaysBlocked() {
      Journal journal = journal(Story.of("Go.").turn(Step.mails("ann").unknown()));
      journal.append(new RunEnded("UnsettledEffect"));
      try (var model = model(mails("ann"), mails("bob"), Replies.saying("Ok."))) {
        assertThat(agent(model).build().send(journal, "Go on.").result())
            .isEqualTo(new RunResult.Answered("Ok."));
        assertThat(shop.done).containsExactly("mailed bob");
      }
    }
  }

  @Nested
  class TheLimits {
    @Test
    void countWhatTheRunCostBeforeTheKill() {
      Journal journal = killedAfter(Replied.class::isInstance, opens(), Replies.saying("Ok."));
      try (var model = model(opens())) {
        assertThat(agent(model).limits(Limits.turns(2)).build().resume(journal).result())
            .isEqualTo(new RunResult.TurnLimitReached(2));
      }
    }

    @Test
    void countSummariesBeforeTheKill() {
      Journal journal = journal(Story.of("Go.").using(500, 0).turn(Step.opens("T-1")));
      journal.append(
          new SummaryAsked(
              500, Written.NOTHING, "empty", new Usage(500, 0, 0, 0), Duration.ZERO, null));
      try (var model = model(opens().using(600, 0))) {
        assertThat(
                agent(model)
                    .limits(Limits.standard().tokens(1_600))
                    .build()
                    .resume(journal)
                    .result())
            .isEqualTo(new RunResult.TokenLimitReached(1_600));
      }
    }
  }

  @Nested
  class ItIsAMistake {
    private void refuses(Journal journal, String why) {
      assertThatThrownBy(() -> agent(model()).build().resume(journal))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(why);
    }

    @Test
    void toResumeNothing() {
      refuses(Journal.inMemory(), "the journal is empty");
    }

    @Test
    void toResumeARunThatHasEnded() {
      refuses(
          killedAfter(RunEnded.class::isInstance, Replies.saying("Ok.")),
          "send a message to begin another");
    }

    @Test
    void toResumeWhatNeverStarted() {
      Journal journal = Journal.inMemory();
      List.of(new UserSaid("Go.", true)).forEach(journal::append);

      refuses(journal, "the journal is empty");
    }

    @Test
    void toResumeARunWithoutItsFirstMessage() {
      Journal journal = Journal.inMemory();
      journal.append(new RunStarted("run-1", Story.NOON));

      refuses(journal, "nothing was said");
    }
  }
}
