package dev.recap.compaction;

import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Stage.Proposal;
import dev.recap.compaction.Stage.Situation;
import dev.recap.compactor.Compactor;
import dev.recap.conversation.Usage;
import dev.recap.journal.Compacted;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.journal.Replied;
import dev.recap.model.ModelReply;
import dev.recap.projection.ProjectedJournal;
import dev.recap.projection.RequestFrame;
import dev.recap.testing.ScriptedModel;
import dev.recap.testing.SettableClock;
import dev.recap.testing.Story;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForgetThinkingTest {
  private static final RequestFrame FRAME = new RequestFrame("", List.of(), 1_000, "");
  private static final int THOUGHT = 1_000;

  private final Story story = Story.of("Paint.");
  private final List<Entry> appended = new ArrayList<>();

  /** Five turns, each behind a thousand tokens of thinking. */
  private Story thoughtful() {
    story.thinkingTurn(opens("T-1"));
    for (int i = 0; i < 4; i++) {
      story.thinkingTurn(paints("T-1", "color " + i));
    }
    return story;
  }

  /** With what the provider says of the thinking, and nothing of the prompts. */
  private static Entry measured(Entry entry) {
    if (!(entry instanceof Replied replied)) {
      return entry;
    }
    ModelReply reply = replied.reply();
    var usage = new Usage(0, 0, 0, THOUGHT, new Usage.Details(0, THOUGHT, null));
    return new Replied(
        replied.turn(),
        new ModelReply(reply.content(), reply.stopReason(), usage, reply.requestId()),
        replied.at());
  }

  private ProjectedJournal compacted(Compaction policy) {
    var journal = new ProjectedJournal(Journal.inMemory(), 0, appended::add);
    thoughtful().entries().forEach(entry -> journal.append(measured(entry)));
    appended.clear();
    new Compactor(policy, FRAME, new ScriptedModel(), new SettableClock(Story.NOON))
        .beforeRequest(journal);
    return journal;
  }

  private static Compaction at(long tokens) {
    return Compaction.atTokens(tokens).stages(new ForgetThinking());
  }

  private List<Integer> left() {
    return appended.stream()
        .filter(Compacted.class::isInstance)
        .flatMap(entry -> ((Compacted) entry).left().thinking().stream())
        .toList();
  }

  @Test
  void theOldestLeavesFirstAndNoMoreThanTheTargetNeeds() {
    compacted(at(4_500));

    assertThat(left()).containsExactly(1);
  }

  @Test
  void allButTheNewestMayLeave() {
    compacted(at(1_600));

    assertThat(left()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void noneLeavesWhereAllOfItWouldNotBeEnough() {
    compacted(at(700));

    assertThat(left()).isEmpty();
  }

  @Test
  void noneLeavesBelowTheThreshold() {
    compacted(at(100_000));

    assertThat(left()).isEmpty();
  }

  /** The signature of the stories' thinking is a handful of letters. */
  @Test
  void itIsSizedByTheTokensThatTheProviderReported() {
    ProjectedJournal journal = compacted(Compaction.none());

    assertThat(journal.view().estimatedTokens()).isBetween(5L * THOUGHT, 5L * THOUGHT + 500);
  }

  @Test
  void whatLeftIsNoLongerCounted() {
    ProjectedJournal journal = compacted(at(1_600));

    assertThat(journal.view().estimatedTokens()).isBetween((long) THOUGHT, THOUGHT + 500L);
  }

  @Test
  void everythingThatWasSaidStays() {
    ProjectedJournal journal = compacted(at(1_600));

    assertThat(journal.view().turns()).hasSize(5);
    assertThat(journal.view().messages()).hasSize(11);
  }

  @Test
  void thereIsNothingToForgetWithoutThinking() {
    story.turn(opens("T-1")).turn(paints("T-1", "red"));

    assertThat(new ForgetThinking().propose(new Situation(story.view(), story.ledger())))
        .isInstanceOf(Proposal.Nothing.class);
  }
}
