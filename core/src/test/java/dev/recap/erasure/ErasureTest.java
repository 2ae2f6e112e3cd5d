package dev.recap.erasure;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.looksAt;
import static dev.recap.testing.Step.looksUp;
import static dev.recap.testing.Step.mails;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.recap.compaction.Fold;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Compacted;
import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.Replied;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.LedgerEffect;
import dev.recap.ledger.OpeningRecord;
import dev.recap.projection.View;
import dev.recap.testing.Compacting;
import dev.recap.testing.Step;
import dev.recap.testing.Story;
import dev.recap.work.Effect;
import dev.recap.work.Fact;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasureTest {
  private final Story story = Story.of("Paint what T-1 and T-11 say.");
  private Erasure erasure =
      new Erasure(List.of(), new Entry.Erased(new WorkItem("-"), "-", Story.NOON, 0));

  private void erase(String item) {
    erasure =
        Erasure.of(
            story.entries(),
            new WorkItem(item),
            "Pat",
            Story.NOON,
            "a secret of 16+ bytes".getBytes(UTF_8));
  }

  private String name() {
    return erasure.done().item().key();
  }

  private OpeningRecord record() {
    return Ledger.of(erasure.entries()).latest(erasure.done().item()).orElseThrow();
  }

  private List<HeadBlock> head(Kind kind) {
    return View.of(erasure.entries(), 0).head(kind);
  }

  private static Fact color(String value) {
    return new Fact("color", value, Fact.Kind.CHOICE);
  }

  @Nested
  class WhatWasDone {
    @Test
    void staysWithToolEffectOutcomeAndTimeAndWithoutAnyText() {
      story
          .turn(opens("T-1"))
          .turn(paints("T-1", "red"), mails("jane"))
          .turn(paints("T-1", "green").failing())
          .turn(finishes("T-1", color("red"), new Fact("words", "to Jane", Fact.Kind.QUOTED)));
      erase("T-1");

      assertThat(record().effects())
          .extracting(LedgerEffect::turn, e -> e.call().tool(), LedgerEffect::confirmed)
          .containsExactly(
              tuple(1, "next_thing", true),
              tuple(2, "paint", true),
              tuple(2, "mail", true),
              tuple(4, "finish", true));
      assertThat(record().effects())
          .allMatch(effect -> effect.call().arguments().equals("{}"))
          .allMatch(effect -> effect.receipt().matches("(\\[erased])?"))
          .allMatch(effect -> effect.intended().at().equals(Story.NOON));
      assertThat(record().closed()).contains(new OpeningRecord.Closing(List.of(), "[erased]"));
    }

    @Test
    void hasANameThatDependsOnTheSecretAlone() {
      story.turn(opens("T-1"));
      erase("T-1");
      String first = name();
      Erasure other =
          Erasure.of(
              story.entries(),
              new WorkItem("T-1"),
              "Pat",
              Story.NOON,
              "another one of 16+ bytes".getBytes(UTF_8));

      assertThat(first).matches("erased-[0-9a-f]{12}");
      assertThat(other.done().item().key()).isNotEqualTo(first);
      assertThat(erasure.done())
          .isEqualTo(new Entry.Erased(new WorkItem(first), "Pat", Story.NOON, 3));
    }

    @Test
    void keepsItsPartsApart() {
      story.turn(opens("T-1")).turn(paints("T-1", "red"), paints("T-1", "green"));
      List<Entry> inParts =
          story.entries().stream()
              .map(entry ->
                  entry instanceof Intended i && i.tool().equals("paint")
                      ? new Intended(
                          i.callId(),
                          i.tool(),
                          i.effect(),
                          i.key(),
                          i.opening(),
                          "\"side of " + i.callId() + "\"",
                          i.at())
                      : entry)
              .toList();
      erasure = Erasure.of(inParts, new WorkItem("T-1"), "Pat", Story.NOON, new byte[16]);

      assertThat(record().standing()).hasSize(3);
      assertThat(erasure.entries().toString()).doesNotContain("side of");
    }

    @Test
    void ofAnOpenItemIsStatedWithWhatIsStillToDo() {
      story.turn(opens("T-1")).turn(mails("jane")).turn(looksAt("T-11"));
      Compacting.leave(story, 1, 2);
      erase("T-1");

      assertThat(head(Kind.OPEN))
          .containsExactly(
              HeadBlock.of(
                  Kind.OPEN,
                  "%1$s is open. It was handed out as: \"[erased]\"\n%1$s done so far: next_thing, mail.\n%1$s still to do before finish: paint."
                      .formatted(name()),
                  new Opening(erasure.done().item(), 1)));
    }

    @Test
    void ofSeveralItemsAtOnceIsStatedForTheOthersWithoutTheText() {
      story.turn(opens("T-1")).turn(opens("T-2")).turn(mails("jane"));
      Compacting.leave(story, 1, 2, 3);
      erase("T-1");

      assertThat(head(Kind.OPEN).getLast().text())
          .contains("T-2 done so far: next_thing, mail.")
          .doesNotContain("jane");
    }

    @Test
    void isCountedNoMoreUnderWhatWasChosen() {
      for (String item : List.of("T-1", "T-2", "T-3")) {
        story.turn(opens(item)).turn(finishes(item, color(item.equals("T-1") ? "pink" : "red")));
      }
      Compacting.forced(story, new Fold(), false);
      assertThat(story.view().head(Kind.ROLL_UP).getFirst().text())
          .isEqualTo("T-1 to T-3 closed earlier (3): color pink 1 red 2.");
      erase("T-1");

      assertThat(head(Kind.ROLL_UP).getFirst().text())
          .contains(" (3): color red 2.")
          .doesNotContain("T-1");
      assertThat(View.of(erasure.entries(), 0).rollUp().first()).isEqualTo(name());
    }
  }

  @Nested
  class Words {
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
          .contains(
              "{\"thing\":\"T-2\",\"like\":\"%1$s\",\"by\":[\"%1$s\",true]}".formatted(name()));
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

  @Nested
  class IsRefused {
    @Test
    void whereTheItemIsNotOnRecord() {
      story.turn(opens("T-1"));

      assertThatThrownBy(() -> erase("T-9"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("there is no work item 'T-9' on record to be erased");
    }

    @Test
    void whileACallThatNamesItIsNotAnswered() {
      story.turn(opens("T-1")).turn(paints("T-1", "red").running());

      assertThatThrownBy(() -> erase("T-1"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "T-1 cannot be erased while call call-2-0 of paint is not answered: resume the run or cancel it, and erase it then");
    }

    @Test
    void whileItIsOpenAndACallThatNamesNothingIsNotAnswered() {
      story.turn(opens("T-1")).turn(mails("ann").running());

      assertThatThrownBy(() -> erase("T-1")).hasMessageContaining("call-2-0 of mail");
    }

    @Test
    void whileNobodyKnowsWhatBecameOfACall() {
      story.turn(opens("T-1")).turn(mails("ann").unknown());

      assertThatThrownBy(() -> erase("T-1"))
          .hasMessage(
              "T-1 cannot be erased while nobody knows what became of mail in turn 2: settle it, and erase it then");
      story.settles("sent to Ann");
      erase("T-1");
      assertThat(erasure.entries().toString()).doesNotContain("Ann").doesNotContain("ann");
    }

    @Test
    void withASecretThatCouldBeGuessed() {
      assertThatThrownBy(
              () -> Erasure.of(List.of(), new WorkItem("T-1"), "Pat", Story.NOON, new byte[15]))
          .hasMessage("the secret has 16 bytes or more, but had 15");
    }

    @Test
    void forNothingThatIsAboutAnotherItem() {
      story.turn(opens("T-1")).turn(finishes("T-1")).turn(opens("T-2"));
      story.turn(paints("T-2", "red").running());
      erase("T-1");

      assertThat(View.of(erasure.entries(), 0).unanswered()).isEqualTo(story.view().unanswered());
    }
  }
}
