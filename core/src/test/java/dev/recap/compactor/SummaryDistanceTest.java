package dev.recap.compactor;

import static dev.recap.testing.Step.looksUp;
import static dev.recap.testing.Step.opens;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.compaction.Summarize;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.journal.Replied;
import dev.recap.journal.SummaryAsked;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import dev.recap.projection.ProjectedJournal;
import dev.recap.testing.Replies;
import dev.recap.testing.SettableClock;
import dev.recap.testing.Story;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A threshold near the size of a summary is reached again at once: summaries keep a distance. */
@Isolated("standard error is the whole JVM's")
class SummaryDistanceTest {
  private static final int LEAST_DISTANCE = 4;
  private static final double OUTGROWN = 1.3;
  private static final String WARNING = "is reached again soon after a summary";

  /** The turn, and the tokens in view, at which a summary was asked for. */
  private record Asked(int turn, long tokensInView) {}

  /** A model whose summaries have so many words. */
  private record Wordy(int words, int window) implements Model {
    Wordy(int words) {
      this(words, 100_000);
    }

    @Override
    public ModelProfile profile() {
      return new ModelProfile("wordy", window, 0, null);
    }

    @Override
    public ModelReply ask(ModelRequest request) {
      return Replies.saying("word ".repeat(words)).reply();
    }
  }

  /** So many turns, in each of which so many words are looked up. */
  private static List<Asked> turns(int turns, int words, Compaction policy, Wordy model) {
    Story story = Story.of("Paint.").turn(opens("T-1"));
    Journal kept = Journal.inMemory();
    var frame = CompactorFixture.FRAME;
    var journal = new ProjectedJournal(kept, frame.tokens(), entry -> {});
    var compactor = new Compactor(policy, frame, model, new SettableClock(Story.NOON));
    for (int i = 0; i < turns; i++) {
      story.turn(looksUp("glue").saying("word ".repeat(words)));
      journal.append(story.entries().subList((int) kept.size(), story.entries().size()));
      long from = kept.size();
      compactor.beforeRequest(journal);
      kept.read(from, story::then);
    }
    return asked(kept.entries());
  }

  private static List<Asked> asked(List<Entry> entries) {
    List<Asked> asked = new ArrayList<>();
    int turn = 0;
    for (Entry entry : entries) {
      if (entry instanceof Replied replied) {
        turn = replied.turn();
      } else if (entry instanceof SummaryAsked summary) {
        asked.add(new Asked(turn, summary.tokensInView()));
      }
    }
    return asked;
  }

  private static Compaction summaries(long threshold) {
    return Compaction.atTokens(threshold).stages(new Summarize());
  }

  /** 56 in 60 turns, where nothing keeps them apart. */
  @ParameterizedTest
  @CsvSource({"700, 500, 30", "900, 700, 40", "1500, 1200, 60", "6000, 5500, 250"})
  void sixtyTurnsHaveFifteenAtMost(long threshold, int summaryWords, int wordsATurn) {
    List<Asked> asked = turns(60, wordsATurn, summaries(threshold), new Wordy(summaryWords));

    assertThat(asked).hasSizeBetween(5, 60 / LEAST_DISTANCE);
  }

  @Property(tries = 200)
  void noneIsAskedForWithinFourTurnsUnlessTheViewHasOutgrownItsThreshold(
      @ForAll @IntRange(min = 200, max = 3_000) int threshold,
      @ForAll @IntRange(min = 1, max = 3_000) int summaryWords,
      @ForAll @IntRange(min = 1, max = 1_000) int wordsATurn) {
    List<Asked> asked = turns(40, wordsATurn, summaries(threshold), new Wordy(summaryWords));

    for (int i = 1; i < asked.size(); i++) {
      Asked now = asked.get(i);
      assertThat(
              now.turn() - asked.get(i - 1).turn() >= LEAST_DISTANCE
                  || now.tokensInView() >= threshold * OUTGROWN)
          .as("%s after %s", now, asked.get(i - 1))
          .isTrue();
    }
  }

  @Test
  void noneIsWaitedForWhereTheWindowIsNearlyFull() {
    int window = 2_400;
    List<Asked> asked = turns(60, 30, summaries(700), new Wordy(500, window));

    assertThat(asked)
        .hasSizeGreaterThan(60 / LEAST_DISTANCE)
        .allMatch(now -> now.tokensInView() + CompactorFixture.FRAME.maxOutputTokens() < window);
  }

  private static String saidBy(Runnable what) {
    var said = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      what.run();
    } finally {
      System.setErr(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void oneWarningSaysWhichThresholdWouldLastLonger() {
    assertThat(saidBy(() -> turns(60, 40, summaries(901), new Wordy(700))))
        .containsOnlyOnce("the threshold of 901 tokens " + WARNING)
        .containsPattern("with a threshold of \\d{4} or more a compaction would last longer");
  }

  @Test
  void nothingIsSaidWhereThereIsRoom() {
    assertThat(saidBy(() -> turns(60, 40, summaries(1_999), new Wordy(100))))
        .doesNotContain("1999 tokens " + WARNING);
  }
}
