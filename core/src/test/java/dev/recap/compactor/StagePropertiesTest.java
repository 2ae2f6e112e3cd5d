package dev.recap.compactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.ClearToolResults;
import dev.recap.compaction.Compaction;
import dev.recap.compaction.Fold;
import dev.recap.compaction.Stage;
import dev.recap.compaction.Summarize;
import dev.recap.compaction.Trim;
import dev.recap.journal.Compacted;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.journal.UserSaid;
import dev.recap.ledger.Ledger;
import dev.recap.projection.ProjectedJournal;
import dev.recap.projection.RequestFrame;
import dev.recap.projection.View;
import dev.recap.testing.SettableClock;
import dev.recap.testing.Story;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * A stage may propose whatever it likes, and a summarizer may answer whatever it likes: no request
 * comes of it that a provider refuses, and no line of the ledger is lost.
 */
class StagePropertiesTest {
  static final String TASK = "Paint everything, \"gently\".";

  private static final int TRIES = 120;

  /** Of the stories in which turns leave. */
  private static final double LEAST_SHARE = 40;

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void nothingThatAStageProposesLosesTheRecordOrBreaksARequest(
      @ForAll("happenings") List<Happening> happenings,
      @ForAll("policies") Compaction policy,
      @ForAll("summarizers") AnySummarizer model,
      @ForAll("frames") RequestFrame frame) {
    var compactor = new Compactor(policy, frame, model, new SettableClock(Story.NOON));
    List<Entry> kept = tell(happenings, frame, compactor::beforeRequest);

    // Not that nothing ever happens.
    Statistics.label("turns left")
        .collect(
            kept.stream().anyMatch(e -> e instanceof Compacted c && !c.left().turns().isEmpty()))
        .coverage(checker -> checker.check(true).percentage(share -> share > LEAST_SHARE));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void norDoesWhatIsForcedBeforeAnyRequest(
      @ForAll("happenings") List<Happening> happenings,
      @ForAll("policies") Compaction policy,
      @ForAll("summarizers") AnySummarizer model,
      @ForAll("frames") RequestFrame frame) {
    var compactor = new Compactor(policy, frame, model, new SettableClock(Story.NOON));
    tell(
        happenings,
        frame,
        journal -> {
          compactor.force(journal);
          compactor.shortenNewest(journal);
        });
  }

  /** What comes before each request. */
  private interface Before {
    void request(ProjectedJournal journal);
  }

  private static List<Entry> tell(List<Happening> happenings, RequestFrame frame, Before before) {
    Story story = Story.of(TASK);
    Journal kept = Journal.inMemory();
    var journal = new ProjectedJournal(kept, frame.tokens(), entry -> {});
    var owed = new WhatMustStand(TASK);
    for (Happening happening : happenings) {
      happening.tell(story);
      journal.append(story.entries().subList((int) kept.size(), story.entries().size()));
      long from = kept.size();
      View was = journal.view();
      before.request(journal);
      compared(was, kept.entries().subList((int) from, (int) kept.size()), journal.ledger(), owed);
      kept.read(from, story::then);

      assertThat(journal.view()).isEqualTo(View.of(story.entries(), frame.tokens()));
      assertThat(frame.request(journal.view()).messages()).isEqualTo(journal.view().messages());
      newestWordsStand(story, journal.view());
    }
    return kept.entries();
  }

  private static void compared(View was, List<Entry> appended, Ledger ledger, WhatMustStand owed) {
    View view = was;
    for (Entry entry : appended) {
      View after = view.after(entry, ledger);
      if (entry instanceof Compacted compacted) {
        owed.holds(view, compacted, after, ledger);
      }
      view = after;
    }
  }

  private static void newestWordsStand(Story story, View view) {
    story.entries().reversed().stream()
        .filter(UserSaid.class::isInstance)
        .map(entry -> ((UserSaid) entry).text())
        .findFirst()
        .ifPresent(words ->
            assertThat(view.messages()).anyMatch(message -> message.text().contains(words)));
  }

  @Provide
  Arbitrary<List<Happening>> happenings() {
    return Happening.any().list().ofMinSize(3).ofMaxSize(25);
  }

  @Provide
  Arbitrary<AnySummarizer> summarizers() {
    return AnySummarizer.any();
  }

  @Provide
  Arbitrary<RequestFrame> frames() {
    return Arbitraries.of(
        new RequestFrame("Be kind.", List.of(), 1_000, ""),
        new RequestFrame("Be kind.", List.of(), 1_000, "recall"));
  }

  @Provide
  Arbitrary<Compaction> policies() {
    Arbitrary<Stage> stages =
        Arbitraries.frequencyOf(
            Tuple.of(4, AnyStage.any()),
            Tuple.of(
                1,
                Arbitraries.of(
                    new Fold(),
                    new ClearToolResults().keepTokens(0),
                    new Summarize(),
                    new Trim())));
    return Combinators.combine(
            Arbitraries.of(200L, 300L, 500L, 800L, 1_500L, 1_000_000L),
            stages.list().ofMinSize(1).ofMaxSize(3),
            Arbitraries.of(0, 0.1))
        .as((threshold, some, gain) -> {
          var policy = Compaction.atTokens(threshold).stages(some.toArray(Stage[]::new));
          return policy.minimumGain(gain.doubleValue());
        });
  }
}
