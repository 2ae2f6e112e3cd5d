package dev.recap.erasure;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.looksUp;
import static dev.recap.testing.Step.opens;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Fold;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Compacted;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.journal.Replied;
import dev.recap.journal.UserSaid;
import dev.recap.projection.View;
import dev.recap.testing.Compacting;
import dev.recap.testing.Step;
import dev.recap.work.Effect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words go with an item, and which stay. */
class ErasedWordsTest extends Erasing {
  @Test
  void ofTheModelGoFromTheFirstTurnOfTheItemUntilNothingOfItIsInView() {
    story
        .says("before")
        .turn(List.of(new Text("during")), opens("T-1"))
        .turn(List.of(new Text("at the end")), finishes("T-1"))
        .says("thanks");
    Compacting.leave(story, 2, 3, 4);
    story
        .says("still a line")
        .then(new UserSaid("Go on.", false))
        .turn(opens("T-2"))
        .turn(finishes("T-2"))
        .turn(opens("T-3"))
        .turn(finishes("T-3"));
    Compacting.forced(story, new Fold(), false);
    Compacting.leave(story, 5);
    story.says("after");
    erase("T-1");

    assertThat(
            erasure.entries().stream()
                .filter(Replied.class::isInstance)
                .map(entry -> ((Replied) entry).reply().text())
                .filter(text -> !text.isEmpty()))
        .containsExactly("before", "[erased]", "[erased]", "[erased]", "[erased]", "after");
  }

  @Test
  void thatAreSignedGoWholeWhereTheyHaveTheKey() {
    story.turn(List.of(new Opaque("thinking", "{\"t\":\"nothing\"}")), opens("T-2"));
    story.turn(List.of(new Opaque("thinking", "{\"t\":\"like t-1\"}")), finishes("T-2"));
    Compacting.forced(story, new Fold(), false);
    story.turn(opens("T-1"));
    erase("T-1");

    assertThat(erasure.entries().toString()).contains("nothing").doesNotContain("like");
    assertThat(View.of(erasure.entries(), 0).turns()).noneMatch(turn -> turn.hasThinking());
  }

  @Test
  void ofOthersHaveItsNewNameWhereTheyHadItsKey() {
    story.turn(looksUp("what is like t-1?").saying("T-1, (T-1) and T-11; not XT-1 or T-1x"));
    story.turn(opens("T-11")).turn(finishes("T-11")).turn(opens("T-1"));
    erase("T-11");
    story.userSays("T-11 is done.");
    erase("T-1");

    assertThat(erasure.entries().toString())
        .doesNotContain("what is like")
        .contains("Paint what %s and T-11 say.".formatted(name()))
        .contains("T-11 is done.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "42"})
  void keepAKeyOfOneOrTwoCharactersThatMayStandForAnything(String key) {
    story.turn(opens("T-2")).turn(looksUp(key + " days")).turn(finishes("T-2")).turn(opens(key));
    erase(key);

    assertThat(record().isOpen()).isTrue();
    assertThat(erasure.entries().toString()).contains("found " + key + " days");
  }

  @Test
  void thatAreJsonStayJsonWhereTheKeyIsANumber() {
    var what =
        new Step.What(
            "paint", Effect.IDEMPOTENT, "{\"thing\":\"T-2\",\"like\":1234,\"by\":[1234,true]}");
    story.turn(opens("T-2")).turn(new Step(what, "T-2", Standing.CONFIRMED, "ok", null));
    story.turn(finishes("T-2")).turn(opens("1234"));
    erase("1234");

    assertThat(
            erasure.entries().stream()
                .filter(Replied.class::isInstance)
                .flatMap(entry -> ((Replied) entry).reply().calls().stream())
                .map(ToolCall::arguments))
        .contains("{\"thing\":\"T-2\",\"like\":\"%1$s\",\"by\":[\"%1$s\",true]}".formatted(name()));
  }

  @Test
  void aboutTheItemGoWithACallThatNamesNothingButHasItsKey() {
    story
        .turn(looksUp("T-1").rejected().saying("no such thing as T-1"))
        .turn(opens("T-2"))
        .turn(opens("T-1"));
    erase("T-1");

    assertThat(erasure.entries().toString()).doesNotContain("no such thing");
  }

  @Test
  void ofSummariesGoWhereTheyWereWrittenMeanwhile() {
    story.turn(opens("T-1"));
    Compacting.leaveWithSummary(story, "Jane wants it red.", List.of(story.latest("T-1")), 1);
    erase("T-1");

    assertThat(erasure.entries().toString()).doesNotContain("Jane");
    assertThat(head(Kind.SUMMARY)).hasSize(1);
    assertThat(erasure.entries()).hasAtLeastOneElementOfType(Compacted.class);
  }
}
