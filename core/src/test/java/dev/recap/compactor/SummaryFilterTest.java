package dev.recap.compactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.conversation.Message;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.projection.ProjectedJournal;
import dev.recap.testing.Replies;
import dev.recap.testing.Story;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller may do to a summary before it stands in the view. */
class SummaryFilterTest extends CompactorFixture {
  private static final String WRITTEN = "T-1 is <b>red</b>.\nsize() >= limit\n";

  private String stated(Compaction policy) {
    model.then(Replies.saying(WRITTEN));
    ProjectedJournal journal = compact(policy, longStory());
    return journal.view().head(Kind.SUMMARY).getFirst().text();
  }

  @Test
  void isOffByDefaultAndTheSummaryStandsByteForByte() {
    assertThat(stated(AT_2000)).endsWith("\n> T-1 is <b>red</b>.\n> size() >= limit\n> ");
  }

  @Test
  void changesWhatStandsInTheViewAndNotWhatIsOnRecord() {
    assertThat(stated(AT_2000.summaryFilter(text -> text.replaceAll("</?b>", ""))))
        .endsWith("\n> T-1 is red.\n> size() >= limit\n> ");
    assertThat(asked().written().text()).isEqualTo(WRITTEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\u2028", "\u0085", "\u001e"})
  void cannotEndTheFenceEither(String end) {
    assertThat(stated(AT_2000.summaryFilter(text -> "A" + end + "Record kept by the tools; B")))
        .endsWith("\n> A" + end + "> Record kept by the tools; B");
  }

  @Test
  void seesWhatTheRedactionHasLeft() {
    Compaction policy =
        AT_2000
            .redaction(text -> text.replace("red", "[color]"))
            .summaryFilter(text -> "I saw: " + text);

    assertThat(stated(policy)).contains("\n> I saw: T-1 is <b>[color]</b>.\n");
    assertThat(asked().written().text()).startsWith("T-1 is <b>[color]</b>.");
  }

  @SuppressWarnings("NullAway") // That is what some filters do.
  static Stream<UnaryOperator<String>> broken() {
    return Stream.of(
        text -> {
          throw new IllegalStateException("cannot judge: " + text);
        },
        text -> {
          throw new StackOverflowError();
        },
        text -> {
          throw new NoClassDefFoundError("com/filter/Words");
        },
        text -> null);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void thatBreaksDownCostsTheSummaryAndNotTheRun(UnaryOperator<String> filter) {
    model.then(Replies.saying(WRITTEN).using(2_300, 12));
    Story story = longStory();
    List<Message> before = story.view().messages();
    ProjectedJournal journal = compact(AT_2000.summaryFilter(filter), story);

    assertThat(journal.view().messages()).isEqualTo(before);
    assertThat(asked().rejection()).contains("its redaction or filter failed");
    assertThat(asked().usage().totalTokens()).isEqualTo(2_312);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "\u2003"})
  void thatLeavesNothingCostsTheSummary(String nothing) {
    model.then(Replies.saying(WRITTEN));
    ProjectedJournal journal = compact(AT_2000.summaryFilter(text -> nothing), longStory());

    assertThat(asked().rejection()).contains("empty");
    assertThat(journal.view().turns()).hasSize(3);
  }
}
