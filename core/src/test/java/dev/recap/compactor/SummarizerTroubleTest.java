package dev.recap.compactor;

import static dev.recap.testing.Step.looksUp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.agent.Agent;
import dev.recap.agent.RunResult;
import dev.recap.compaction.Compaction;
import dev.recap.compactor.AnySummarizer.Way;
import dev.recap.conversation.Message;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.journal.Journal;
import dev.recap.journal.SummaryAsked;
import dev.recap.model.ModelException.Category;
import dev.recap.projection.ProjectedJournal;
import dev.recap.testing.Replies;
import dev.recap.testing.Story;
import dev.recap.tool.Param;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a summarizer throws or returns: it never costs the run. */
class SummarizerTroubleTest extends CompactorFixture {

  /** Says a lot. */
  public static final class Library {
    @Tool(value = "Reads a book.", effect = Effect.READ_ONLY)
    public String read(@Param("Its title.") String title) {
      return title + " " + LONG;
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void theRunGoesOnAndIsAnswered(Way way) {
    Journal journal = Journal.inMemory();
    for (int book = 1; book <= 4; book++) {
      model.then(Replies.calling("read", "{\"title\":\"book " + book + "\"}"));
    }
    model.then(Replies.saying("Read them all."));
    var summarizer = new AnySummarizer(List.of(way));
    RunResult result =
        Agent.builder(model)
            .tools(new Library())
            .compaction(foldAndSummarize(2_000).summaryModel(summarizer))
            .build()
            .start(journal, StagePropertiesTest.TASK)
            .result();

    assertThat(result).isInstanceOf(RunResult.Answered.class);
    assertThat(journal.entries()).hasAtLeastOneElementOfType(SummaryAsked.class);
  }

  @Nested
  class AProvidersOwnBlock {
    private ProjectedJournal compactedInItsOwnWay() {
      model.then(Replies.saying("").and(AnySummarizer.OWN_BLOCK).using(2_300, 12));
      return compact(AT_2000, longStory());
    }

    @Test
    void isAdoptedAndOnRecord() {
      compactedInItsOwnWay();

      assertThat(asked().adopted()).isTrue();
      assertThat(asked().written().block()).isEqualTo(AnySummarizer.OWN_BLOCK);
      assertThat(asked().written().text()).isEmpty();
    }

    @Test
    void standsInTheNextRequestAsTheBlockThatItIs() {
      ProjectedJournal journal = compactedInItsOwnWay();
      List<Message> messages = FRAME.request(journal.view()).messages();

      assertThat(messages.getFirst().content().getFirst()).isEqualTo(AnySummarizer.OWN_BLOCK);
      assertThat(messages.getFirst().calls()).hasSize(1);
      assertThat(messages.get(1).content().getFirst()).isInstanceOf(ToolResult.class);
      assertThat(messages.get(1).text()).startsWith("Paint.").contains("T-1 is open.");
    }

    @Test
    void isStillThereWhenTheViewIsProjectedAnew() {
      Story story = longStory();
      model.then(Replies.saying("").and(AnySummarizer.OWN_BLOCK));
      ProjectedJournal journal = compact(AT_2000, story);

      assertThat(goingOn(story).view().messages()).isEqualTo(journal.view().messages());
    }

    @Test
    void countsForNothingBesideAText() {
      model.then(Replies.saying("Painting.").and(AnySummarizer.OWN_BLOCK));
      ProjectedJournal journal = compact(AT_2000, longStory());

      assertThat(journal.view().head(Kind.SUMMARY).getFirst().text()).endsWith("\n> Painting.");
      assertThat(journal.view().messages().getFirst().content())
          .doesNotContain(AnySummarizer.OWN_BLOCK);
    }
  }

  @Test
  void aStageThatAsksAgainAsksNoSoonerBecauseTheLastTimeFailed() {
    model.thenFails(Category.PROVIDER, "overloaded");
    Story story = longStory();
    compact(Compaction.summary(2_000), story);
    goingOn(story);
    compact(Compaction.summary(2_000), story.turn(looksUp("glue")));

    assertThat(model.requests()).hasSize(1);
  }
}
