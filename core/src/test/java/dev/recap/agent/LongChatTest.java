package dev.recap.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.compaction.Summarize;
import dev.recap.compaction.Trim;
import dev.recap.conversation.Text;
import dev.recap.model.ModelRequest;
import dev.recap.words.TokenEstimate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A chat in which nothing is ever closed: its view stays bounded however long it lasts and whatever
 * the user says, and what the user said last stays as it was said.
 */
class LongChatTest {
  private static final String TASK = "Plan a journey with me, and keep to what I say.";
  private static final long THRESHOLD = 3_000;
  private static final double MOST = 1.5 * THRESHOLD;

  /** What the user's own words may have in the head, and a little less. */
  private static final double ROOM = THRESHOLD / 5.0 * 0.9;

  private final List<String> said = new ArrayList<>();
  private String last = "";

  /** How the view is kept short. */
  enum Way {
    LADDER,
    LADDER_WITHOUT_A_SUMMARY,
    TRIM,
    SUMMARIZE,
    SUMMARY;

    Compaction policy() {
      Compaction ladder = Compaction.atTokens(THRESHOLD);
      return switch (this) {
        case LADDER, LADDER_WITHOUT_A_SUMMARY -> ladder;
        case TRIM -> ladder.stages(new Trim());
        case SUMMARIZE -> ladder.stages(new Summarize());
        case SUMMARY -> Compaction.summary(THRESHOLD);
      };
    }
  }

  /** Who writes a summary is shown what leaves, which may be what was newest a turn before. */
  private void staysBounded(Talker model, ModelRequest request) {
    boolean summary = Talker.asksForASummary(request);
    double rest = model.tokens(request);
    for (String apart : said.reversed().stream().limit(summary ? 2 : 1).toList()) {
      rest -= TokenEstimate.of(apart) * model.scale();
    }
    assertThat(rest).as("request after %d messages", said.size()).isLessThan(MOST);
  }

  private void whatWasSaidLastStaysAsItWasSaid(Talker model, ModelRequest request) {
    assertThat(request.messages().getFirst().content().getFirst()).isEqualTo(new Text(TASK));
    if (!said.isEmpty() && !Talker.asksForASummary(request)) {
      assertThat(request.messages().getLast().content().getLast())
          .isEqualTo(new Text(said.getLast()));
    }
    // Of the last ones for which there is room, each that needs a quarter of it at most.
    String text = Talker.text(request);
    double room = ROOM / model.scale();
    double left = room;
    for (int i = said.size() - 2; i >= 0 && left > 0; i--) {
      int tokens = TokenEstimate.ofBlock("Earlier the user said:\n" + said.get(i));
      left -= Math.min(tokens, room / 4);
      if (left > 0 && tokens < room / 4) {
        assertThat(text).contains(said.get(i));
      }
    }
  }

  private Talker chat(Way way, double scale, int messages, int longest) {
    var model = new Talker(way != Way.LADDER_WITHOUT_A_SUMMARY, scale);
    model.listener(request -> {
      staysBounded(model, request);
      whatWasSaidLastStaysAsItWasSaid(model, request);
      last = Talker.text(request);
    });
    Run run = Agent.builder(model).compaction(way.policy()).build().start(TASK);
    run.result();
    for (int i = 0; i < messages; i++) {
      said.add(message(i, longest));
      run = run.send(said.getLast());
      assertThat(run.result()).isInstanceOf(RunResult.Answered.class);
    }
    return model;
  }

  /** Every fifth is long, of another length each time, and there are some in a row. */
  private static String message(int number, int longest) {
    String order = "Seat %d, please, and not %d.".formatted(10_000 + number, 20_000 + number);
    boolean isLong = number % 5 == 0 || number % 31 < 3;
    int length = isLong ? longest * (number % 7 + 1) / 7 : 0;
    return order + " It is so because it is.".repeat(length / 24);
  }

  @ParameterizedTest
  @EnumSource(names = {"LADDER", "SUMMARY"})
  void ofFiveHundredShortMessagesStaysBounded(Way way) {
    assertThat(chat(way, 1.2, 500, 0).asked).isLessThan(25);
  }

  @ParameterizedTest
  @EnumSource
  void ofMessagesOfVeryDifferentLengthsStaysBounded(Way way) {
    chat(way, 1.2, 120, 5_000);
  }

  /** A large message counts for nothing while it is the newest, and is shortened afterwards. */
  @ParameterizedTest
  @EnumSource
  void withMessagesLargerThanTheThresholdStaysBounded(Way way) {
    chat(way, 1.2, 60, 20_000);
  }

  @ParameterizedTest
  @CsvSource({"LADDER,0", "LADDER_WITHOUT_A_SUMMARY,0", "SUMMARY,0", "LADDER,600", "SUMMARY,600"})
  void staysBoundedWhereTheProviderCountsTwiceAsMuch(Way way, int longest) {
    chat(way, 2.4, 100, longest);
  }

  @ParameterizedTest
  @EnumSource
  void ofShortMessagesNamesTheKeysOfWhatIsNoLongerShown(Way way) {
    chat(way, 1.2, 150, 0);

    List<String> gone = said.stream().filter(message -> !last.contains(message)).toList();

    assertThat(gone).hasSizeGreaterThan(50);
    assertThat(last.lines())
        .filteredOn(line -> line.startsWith("Earlier messages of the user are no longer shown"))
        .singleElement()
        .satisfies(
            line -> assertThat(line).contains(gone.getLast().replaceAll("\\D+(\\d+).*", "$1")));
  }
}
