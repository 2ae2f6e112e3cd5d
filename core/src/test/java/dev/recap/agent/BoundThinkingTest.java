package dev.recap.agent;

import static dev.recap.agent.Scripts.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.compaction.Compaction;
import dev.recap.conversation.Block;
import dev.recap.journal.Compacted;
import dev.recap.journal.ThinkingVoided;
import dev.recap.journal.ThinkingVoided.Cause;
import dev.recap.model.ModelException;
import dev.recap.model.ModelException.Category;
import dev.recap.model.ModelRequest;
import dev.recap.testing.Replies;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On models that bind their thinking to everything before it. */
class BoundThinkingTest extends ThinkingFixture {
  /** Whoever has left does not come back, and nobody stays behind what changed. */
  private static void noneComesBack(ThoughtfulModel model) {
    Set<Block> gone = new HashSet<>();
    Set<Block> before = new HashSet<>();
    for (ModelRequest request : model.answered) {
      List<Block> now = ThoughtfulModel.thinkingIn(request);
      assertThat(now).noneMatch(gone::contains);
      before.forEach(one -> {
        if (!now.contains(one)) {
          gone.add(one);
        }
      });
      before.clear();
      before.addAll(now);
    }
  }

  static Stream<Compaction> policies() {
    return Stream.of(
        Compaction.none(),
        Compaction.atTokens(400),
        Compaction.atTokens(1_000),
        Compaction.atTokens(100_000),
        Compaction.atTokens(100_000).minimumGain(0));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void noRequestIsRefusedHoweverTheViewIsShortened(Compaction policy) {
    ThoughtfulModel model = twoThings();
    Run run = agent(model).compaction(policy).build().start(journal, "Paint everything.");

    assertThat(run.result()).isEqualTo(new RunResult.Answered("All painted."));
    assertThat(model.refusals).isEmpty();
    noneComesBack(model);
  }

  @Test
  void aForcedCompactionBeforeEveryRequestIsNotRefusedEither() {
    ThoughtfulModel model = twoThings();
    Run run = agent(model).build().start(journal, "Paint everything.");
    for (Turn turn : run) {
      if (turn.reply().waitsForTools()) {
        run.compact();
      }
    }

    assertThat(run.result()).isEqualTo(new RunResult.Answered("All painted."));
    assertThat(model.refusals).isEmpty();
    noneComesBack(model);
  }

  @Test
  void theJournalSaysWhichThinkingLeft() {
    ThoughtfulModel model = twoThings();
    Run run = agent(model).build().start(journal, "Paint everything.");
    var turns = run.iterator();
    turns.next();
    turns.next();
    turns.next();
    run.compact();
    turns.next();

    assertThat(journal.entries())
        .filteredOn(Compacted.class::isInstance)
        .flatMap(entry -> ((Compacted) entry).left().thinking())
        .contains(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void aResumedRunSendsWhatTheFirstOneWouldHave(int turns) {
    ThoughtfulModel model = twoThings();
    Agent agent = agent(model).compaction(WITHOUT_A_SUMMARY).build();
    Run run = agent.start(journal, "Paint everything.");
    var left = run.iterator();
    for (int i = 0; i < turns; i++) {
      left.next();
    }
    run.close();

    assertThat(agent.resume(journal).result()).isEqualTo(new RunResult.Answered("All painted."));
    assertThat(model.refusals).isEmpty();
    assertThat(voided()).isEmpty();
    noneComesBack(model);
  }

  @Nested
  class AnotherPromptAtResume {
    private Run resumedWith(AgentBuilder other, ThoughtfulModel model) {
      Run run = agent(model).compaction(Compaction.none()).build().start(journal, "Paint.");
      var turns = run.iterator();
      turns.next();
      turns.next();
      run.close();
      return other.compaction(Compaction.none()).build().resume(journal);
    }

    @Test
    void stripsAllThinkingForGoodBeforeTheFirstRequest() {
      ThoughtfulModel model = twoThings();
      Run run = resumedWith(agent(model).instructions("Be quick."), model);

      assertThat(run.result()).isEqualTo(new RunResult.Answered("All painted."));
      assertThat(model.refusals).isEmpty();
      assertThat(ThoughtfulModel.thinkingIn(model.answered.get(1))).hasSize(1);
      assertThat(ThoughtfulModel.thinkingIn(model.answered.get(2))).isEmpty();
      assertThat(ThoughtfulModel.thinkingIn(model.answered.get(3))).hasSize(1);
      assertThat(voided()).extracting(ThinkingVoided::cause).containsExactly(Cause.ANOTHER_PROMPT);
    }

    @Test
    void isAlsoAnotherTool() {
      ThoughtfulModel model = twoThings();
      Run run = resumedWith(agent(model).tools(new Bank()), model);

      assertThat(run.result()).isEqualTo(new RunResult.Answered("All painted."));
      assertThat(model.refusals).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenItIsTakenBack() {
      ThoughtfulModel model = twoThings();
      Run other = resumedWith(agent(model).instructions("Be quick."), model);
      other.iterator().next();
      other.close();
      Run back = agent(model).compaction(Compaction.none()).build().resume(journal);

      assertThat(back.result()).isEqualTo(new RunResult.Answered("All painted."));
      assertThat(model.refusals).isEmpty();
      noneComesBack(model);
    }

    @Test
    void isNoneWhereTheConversationGoesOnWithAnotherRun() {
      ThoughtfulModel model = new ThoughtfulModel(model(Replies.saying("A"), Replies.saying("B")));
      agent(model).build().start(journal, "Paint.").result();
      agent(model).instructions("Be quick.").build().send(journal, "More.").result();

      assertThat(model.refusals).isEmpty();
      assertThat(ThoughtfulModel.thinkingIn(model.answered.getLast())).isEmpty();
    }
  }

  @Nested
  class ARefusalAllTheSame {
    private Run refusedAfter(int turns, ThoughtfulModel model) {
      Run run = agent(model).compaction(Compaction.none()).build().start(journal, "Paint.");
      var left = run.iterator();
      for (int i = 0; i < turns; i++) {
        left.next();
      }
      run.close();
      model.distrusts = true;
      return agent(model).compaction(Compaction.none()).build().resume(journal);
    }

    @Test
    void stripsOnceAsksOnceMoreAndIsRemembered() {
      ThoughtfulModel model = twoThings();
      Run run = refusedAfter(3, model);

      assertThat(run.result()).isEqualTo(new RunResult.Answered("All painted."));
      assertThat(model.refusals).containsExactly(Category.STALE_THINKING);
      assertThat(voided()).extracting(ThinkingVoided::cause).containsExactly(Cause.REFUSED);
      assertThat(ThoughtfulModel.thinkingIn(model.answered.get(3))).isEmpty();
      assertThat(model.answered)
          .extracting(ModelRequest::dropsStaleThinking)
          .containsExactly(false, false, false, true, true, true, true, true, true);
      noneComesBack(model);
    }

    @Test
    void ofARequestWithoutThinkingIsThrown() {
      var model = new ThoughtfulModel(model().thenFails(Category.STALE_THINKING, "no"));

      assertThatThrownBy(() -> agent(model).build().start("Paint.").result())
          .isInstanceOf(ModelException.class)
          .hasMessage("no");
    }
  }
}
