package dev.recap.agent;

import static dev.recap.agent.Scripts.finishes;
import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Scripts.opens;
import static dev.recap.agent.Scripts.paints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.recap.compaction.Compaction;
import dev.recap.conversation.Message;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.RunEnded;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.model.Prices;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomesTest {
  private final PaintShop shop = new PaintShop();

  private AgentBuilder agent(ScriptedModel model) {
    return Agent.builder(model).tools(shop).compaction(Compaction.none());
  }

  private Run run(ScriptedModel model) {
    return agent(model).build().start("Paint everything.");
  }

  @Nested
  class ARunEnds {
    @Test
    void answeredWithTheFinalText() {
      try (var model = model(Replies.saying("All painted."))) {
        Run run = run(model);

        assertThat(run.result()).isEqualTo(new RunResult.Answered("All painted."));
        assertThat(run.journal().entries().getLast()).isEqualTo(new RunEnded("Answered"));
      }
    }

    @Test
    void answeredAtAStopSequence() {
      try (var model = model(Replies.saying("Done").stopping(StopReason.STOP_SEQUENCE))) {
        assertThat(run(model).result()).isEqualTo(new RunResult.Answered("Done"));
      }
    }

    @Test
    void refusedWhenTheModelDeclines() {
      try (var model = model(Replies.saying("No.").stopping(StopReason.REFUSAL))) {
        assertThat(run(model).result()).isEqualTo(new RunResult.Refused("No."));
      }
    }

    @Test
    void truncatedWhenTheReplyIsCutOff() {
      try (var model = model(Replies.saying("All pain").stopping(StopReason.MAX_TOKENS))) {
        assertThat(run(model).result()).isEqualTo(new RunResult.Truncated("All pain"));
      }
    }

    @Test
    void outOfWindowWhenTheReplyReachesItsEnd() {
      var full = Replies.saying("All").stopping(StopReason.WINDOW_EXCEEDED);
      try (var model = model(full, full)) {
        assertThat(run(model).result()).isInstanceOf(RunResult.WindowExceeded.class);
      }
    }

    @Test
    void atItsTurnLimitWithTheLastToolsRun() {
      try (var model = model(opens(), paints("T-1"))) {
        Run run = agent(model).limits(Limits.turns(2)).build().start("Paint.");

        assertThat(run.result()).isEqualTo(new RunResult.TurnLimitReached(2));
        assertThat(shop.done).containsExactly("opened T-1", "painted T-1 RED");
      }
    }

    @Test
    void answeredAlthoughTheLastTurnReachesTheLimit() {
      try (var model = model(Replies.saying("Done."))) {
        assertThat(agent(model).limits(Limits.turns(1)).build().start("Paint.").result())
            .isInstanceOf(RunResult.Answered.class);
      }
    }

    @Test
    void atItsTokenLimit() {
      try (var model = model(opens().using(500, 20), paints("T-1").using(600, 20))) {
        Run run = agent(model).limits(Limits.standard().tokens(1_140)).build().start("Paint.");

        assertThat(run.result()).isEqualTo(new RunResult.TokenLimitReached(1_140));
      }
    }

    /** 600 tokens of prompt and 20 of output cost 0.0012 + 0.0002 dollars. */
    @Test
    void atItsLimitInMoney() {
      try (var model =
          model(opens().using(600, 20), paints("T-1").using(600, 20)).profile(priced())) {
        Run run = agent(model).limits(Limits.standard().dollars(0.002)).build().start("Paint.");

        assertThat(run.result())
            .isInstanceOfSatisfying(
                RunResult.MoneyLimitReached.class,
                reached -> assertThat(reached.dollars()).isCloseTo(0.0028, within(1e-9)));
      }
    }

    @Test
    void atItsLimitInMoneyBecauseOfASummary() {
      try (var model =
          model(
                  opens().using(900, 20),
                  paints("T-1").using(1_100, 20),
                  Replies.saying("").using(1_100, 5),
                  finishes("T-1").using(1_200, 20))
              .profile(priced())) {
        Run run =
            agent(model)
                .compaction(Compaction.atTokens(1_000))
                .limits(Limits.standard().dollars(0.009))
                .build()
                .start("Paint.");

        assertThat(run.result())
            .isInstanceOfSatisfying(
                RunResult.MoneyLimitReached.class,
                reached -> assertThat(reached.dollars()).isCloseTo(0.00925, within(1e-9)));
      }
    }

    @Test
    void neverAtALimitInMoneyThatCannotBeCounted() {
      try (var model = model()) {
        assertThatThrownBy(() -> agent(model).limits(Limits.standard().dollars(1)).build())
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(
                "there is a limit of 1.0 dollars, but the prices of model 'scripted' are not known");
      }
      assertThatThrownBy(() -> Limits.standard().dollars(Double.NaN))
          .hasMessageContaining("NaN dollars");
    }

    private static ModelProfile priced() {
      return new ModelProfile("priced", 200_000, 1_024, new Prices(2, 0.2, 2.5, 10));
    }

    /** Summary calls cost what other calls cost. */
    @Test
    void atItsTokenLimitBecauseOfASummary() {
      try (var model =
          model(
              opens().using(900, 20),
              paints("T-1").using(1_100, 20),
              Replies.saying("").using(1_100, 5),
              finishes("T-1").using(1_200, 20))) {
        Run run =
            agent(model)
                .compaction(Compaction.atTokens(1_000))
                .limits(Limits.standard().tokens(4_000))
                .build()
                .start("Paint.");

        assertThat(run.result()).isEqualTo(new RunResult.TokenLimitReached(4_365));
      }
    }
  }

  @Nested
  class AReplyThatIsNotToRunTools {
    @ParameterizedTest
    @EnumSource(
        value = StopReason.class,
        names = {"TOOL_USE", "PAUSE_TURN", "WINDOW_EXCEEDED"},
        mode = EnumSource.Mode.EXCLUDE)
    void executesNoneAndStillAnswersThem(StopReason reason) {
      try (var model = model(Replies.saying("So:").andCalling("mail", "{}").stopping(reason))) {
        Run run = run(model);
        run.result();

        assertThat(shop.done).isEmpty();
        assertThat(run.journal().entries())
            .filteredOn(Answered.class::isInstance)
            .singleElement()
            .satisfies(entry -> {
              assertThat(((Answered) entry).standing()).isEqualTo(Standing.REJECTED);
              assertThat(((Answered) entry).whole()).startsWith("mail was not executed: the reply");
            });
      }
    }

    /** Going on would send the same request until the limit on turns. */
    @Test
    void isFinalWhenItWaitsForResultsOfNoCalls() {
      try (var model = model(Replies.saying("Hm.").stopping(StopReason.TOOL_USE))) {
        assertThat(run(model).result()).isEqualTo(new RunResult.Answered("Hm."));
      }
    }

    @Test
    void isRemindedOfWhatIsLeftWhenItWaitsForResultsOfNoCalls() {
      try (var model =
          model(
              opens(),
              Replies.saying("Hm.").stopping(StopReason.TOOL_USE),
              paints("T-1"),
              finishes("T-1"),
              Replies.saying("Done."))) {
        Run run = agent(model).until(Check.everyItemClosed()).build().start("Paint.");

        assertThat(run.result()).isEqualTo(new RunResult.Answered("Done."));
      }
    }

    @Test
    void goesOnWhenItWasOnlyPaused() {
      try (var model =
          model(
              Replies.saying("One moment,").stopping(StopReason.PAUSE_TURN),
              Replies.saying("done."))) {
        assertThat(run(model).result()).isEqualTo(new RunResult.Answered("done."));
        assertThat(model.lastRequest().messages())
            .containsExactly(Message.user("Paint everything."), Message.assistant("One moment,"));
      }
    }
  }
}
