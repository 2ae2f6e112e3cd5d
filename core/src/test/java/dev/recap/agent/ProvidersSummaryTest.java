package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.finishes;
import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Scripts.opens;
import static dev.recap.agent.Scripts.paints;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.compaction.Fold;
import dev.recap.compaction.Summarize;
import dev.recap.conversation.Message;
import dev.recap.conversation.Message.Role;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.ToolResult;
import dev.recap.conversation.Usage;
import dev.recap.journal.Journal;
import dev.recap.journal.SummaryAsked;
import dev.recap.model.ModelException;
import dev.recap.model.ModelException.Category;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.model.ModelRequest;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the provider itself writes the summary, as a block that only it can read. */
class ProvidersSummaryTest {
  private static final Compaction POLICY =
      Compaction.atTokens(100_000).stages(new Fold(), Summarize.byProvider());

  private final PaintShop shop = new PaintShop();
  private final Journal journal = Journal.inMemory();

  private static Replies looks(String words) {
    return calls("look_up", "{'words':'%s'}".formatted((words + " ").repeat(200)));
  }

  private static ThoughtfulModel working() {
    var model =
        new ThoughtfulModel(
            model(
                opens(),
                looks("glue"),
                looks("tape"),
                paints("T-1"),
                finishes("T-1"),
                Replies.saying("All painted.")));
    model.compacts = true;
    return model;
  }

  /** Runs with a compaction forced after these turns. */
  private RunResult played(ThoughtfulModel model, Compaction policy, Integer... after) {
    Run run =
        Agent.builder(model).tools(shop).compaction(policy).build().start(journal, "Paint it.");
    for (Turn turn : run) {
      if (List.of(after).contains(turn.number())) {
        run.compact();
      }
    }
    return run.result();
  }

  private List<SummaryAsked> asked() {
    return journal.entries().stream()
        .filter(SummaryAsked.class::isInstance)
        .map(SummaryAsked.class::cast)
        .toList();
  }

  @Test
  void theNewestTurnStaysRightBehindItWithItsThinkingAndTheRecordBehindItsResults() {
    ThoughtfulModel model = working();

    assertThat(played(model, POLICY, 3)).isEqualTo(new RunResult.Answered("All painted."));
    assertThat(model.refusals).isEmpty();
    List<Message> next = model.answered.get(3).messages();
    assertThat(next).extracting(Message::role).containsExactly(Role.ASSISTANT, Role.USER);
    assertThat(next.getFirst().content().getFirst())
        .isInstanceOfSatisfying(
            Opaque.class, block -> assertThat(block.type()).isEqualTo("compaction"));
    assertThat(ThoughtfulModel.isThinking(next.getFirst().content().get(1))).isTrue();
    assertThat(next.get(1).content().getFirst()).isInstanceOf(ToolResult.class);
    assertThat(next.get(1).text()).startsWith("Paint it.").contains("T-1 is open.");
  }

  @Test
  void itCoversExactlyTheMessagesOfTheLastRequest() {
    ThoughtfulModel model = working();
    played(model, POLICY, 3);

    assertThat(model.compacted.getFirst().messages()).isEqualTo(model.answered.get(2).messages());
    assertThat(model.compacted.getFirst().wanted()).isEqualTo(ModelRequest.Wanted.SUMMARY_BLOCK);
  }

  @Test
  void whatItCostCounts() {
    played(working(), POLICY, 3);

    assertThat(asked())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.adopted()).isTrue();
          assertThat(one.usage().totalTokens()).isEqualTo(1_070);
        });
  }

  @Test
  void theNextOneTakesThePlaceOfTheLast() {
    ThoughtfulModel model = working();

    assertThat(played(model, POLICY, 3, 4)).isEqualTo(new RunResult.Answered("All painted."));
    assertThat(model.refusals).isEmpty();
    assertThat(asked()).hasSize(2).allMatch(SummaryAsked::adopted);
    assertThat(model.answered.getLast().messages().toString().split("type=compaction"))
        .hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void aLaterFoldTakesTheThinkingBehindItAlong() {
    ThoughtfulModel model = working();

    assertThat(played(model, POLICY, 3, 5)).isEqualTo(new RunResult.Answered("All painted."));
    assertThat(model.refusals).isEmpty();
  }

  static Stream<Arguments> waysToGiveNone() {
    return Stream.of(
        none("cut off", r -> empty(StopReason.MAX_TOKENS)),
        none("window", r -> empty(StopReason.WINDOW_EXCEEDED)),
        none("a tool", r -> empty(StopReason.TOOL_USE)),
        none("refused", r -> empty(StopReason.REFUSAL)),
        none("nothing", r -> empty(StopReason.END_TURN)),
        none(
            "unavailable",
            r -> {
              throw new ModelException(Category.PROVIDER, "compaction_unavailable", null, null);
            }),
        none(
            "another error",
            r -> {
              throw new IllegalStateException("so it pleases");
            }));
  }

  private static Arguments none(String name, Function<ModelRequest, ModelReply> answer) {
    return Arguments.argumentSet(name, answer);
  }

  private static ModelReply empty(StopReason reason) {
    var spent = new Usage(0, 0, 0, 0, new Usage.Details(0, 0, new Usage(900, 0, 0, 20)));
    return new ModelReply(List.of(), reason, spent, "");
  }

  @ParameterizedTest
  @MethodSource("waysToGiveNone")
  void everyWayOfGivingNoneIsARejectionThatDoesNotCostTheRun(
      Function<ModelRequest, ModelReply> answer) {
    ThoughtfulModel model = working();
    model.instead = answer;

    assertThat(played(model, POLICY, 3)).isEqualTo(new RunResult.Answered("All painted."));
    assertThat(asked()).singleElement().matches(one -> one.rejection().isPresent());
    assertThat(model.answered.get(3).messages()).hasSize(7);
  }

  @Nested
  class NothingIsAsked {
    private void in(ThoughtfulModel model, Compaction policy) {
      assertThat(played(model, policy, 3)).isEqualTo(new RunResult.Answered("All painted."));
      assertThat(model.compacted).isEmpty();
      assertThat(asked()).isEmpty();
    }

    @Test
    void whereARedactionIsSet() {
      in(working(), POLICY.redaction(text -> text.replace("T-1", "T-x")));
    }

    @Test
    void whereAnotherModelWrites() {
      in(working(), POLICY.summaryModel(new ScriptedModel()));
    }

    @Test
    void whereTheModelHasNoneOfItsOwn() {
      ThoughtfulModel model = working();
      model.compacts = false;
      in(model, POLICY);
    }
  }
}
