package dev.recap.head;

import static dev.recap.testing.Step.looksAt;
import static dev.recap.testing.Step.looksUp;
import static dev.recap.testing.Step.mails;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.testing.Compacting;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadWriterTest extends HeadFixture {

  @Nested
  class AClosedItem {
    @Test
    void isABlockOfItsOwnBehindTheTaskAndTheWordThatTheRecordIsRight() {
      wholeItem(1);
      wholeItem(2);

      assertThat(kinds()).containsExactly(Kind.TASK, Kind.PREFACE, Kind.CLOSED, Kind.CLOSED);
      assertThat(texts(Kind.PREFACE).getFirst()).contains("this record is right");
      assertThat(texts(Kind.CLOSED))
          .containsExactly("T-1 closed: color red.", "T-2 closed: color red.");
    }

    @Test
    void keepsItsBlockByteForByteWhenTheNextOneCloses() {
      wholeItem(1);
      List<HeadBlock> before = story.view().head();
      wholeItem(2);

      assertThat(story.view().head().subList(0, before.size())).isEqualTo(before);
    }

    @Test
    void hasALineForEachOpening() {
      wholeItem(1);
      story.turn(opens("T-1"), finishesRed("T-1"));
      Compacting.leave(story, 2);

      assertThat(texts(Kind.CLOSED))
          .containsExactly("T-1 closed: color red.", "T-1 (opening 2) closed: color red.");
    }

    @Test
    void hasOneLineOnlyAlthoughATurnOfItLeavesLater() {
      wholeItem(1);
      story.turn(looksAt("T-1"));
      Compacting.leave(story, 2);

      assertThat(texts(Kind.CLOSED)).hasSize(1);
    }

    /** Its closing turn also opens another item and so stays in view. */
    @Test
    void hasALineOnceItsBlockAsAnOpenItemGoes() {
      story.turn(opens("T-1")).turn(looksAt("T-1"));
      Compacting.leave(story, 1);
      story.turn(finishesRed("T-1"), opens("T-2"));
      Compacting.leave(story, 2);

      assertThat(kinds()).containsExactly(Kind.TASK, Kind.PREFACE, Kind.CLOSED);
    }
  }

  @Nested
  class AnOpenItem {
    @Test
    void isStatedOnlyOnceTurnsOfItHaveLeft() {
      story.turn(opens("T-1"), finishesRed("T-1")).turn(opens("T-2"));
      Compacting.leave(story, 1);

      assertThat(kinds()).containsExactly(Kind.TASK, Kind.PREFACE, Kind.CLOSED);
    }

    @Test
    void isStatedWithWhatItWasHandedOutAsWhatWasDoneAndWhatIsLeft() {
      story.turn(opens("T-1").saying("{\"id\":\"T-1\"}")).turn(looksUp("glue"), looksAt("T-1"));
      Compacting.leave(story, 1, 2);

      assertThat(texts(Kind.OPEN))
          .containsExactly(
              """
              T-1 is open. It was handed out as: {"id":"T-1"}
              T-1 done so far: next_thing.
              T-1 looked up: look_up, look_at.
              T-1 still to do before finish: paint.\
              """);
    }

    @Test
    void isStatedAnewAtEachRewrite() {
      story.turn(opens("T-1")).turn(paints("T-1", "red")).turn(paints("T-1", "blue"));
      Compacting.leave(story, 1, 2);
      Compacting.leave(story, 3);

      assertThat(texts(Kind.OPEN).getFirst())
          .contains("done so far: next_thing, paint (color blue).")
          .contains("still to do before finish: nothing.");
    }
  }

  @Nested
  class EffectsWithoutAnItem {
    @Test
    void areListedOnceTheirTurnsHaveLeft() {
      story.turn(mails("ann")).turn(mails("bob"));
      assertThat(kinds()).containsExactly(Kind.TASK);

      Compacting.leave(story, 1);
      assertThat(texts(Kind.EFFECTS)).containsExactly("Done so far: mail (to ann).");
    }

    @ParameterizedTest
    @CsvSource({
      "/srv/app/module/src/main/java/org/example/Application.java,true",
      "C:/Users/ann/project/module/source/entry_point.cs:120,true",
      "https://example.org/tickets/7/comments?page=12&order=desc,true",
      "see /srv/app/module/src/main/java and stop all work at once,false",
      "a text of many words that nobody has to read once more here,false"
    })
    void nameALongArgumentOnlyWhereItIsOnePathOrAddress(String argument, boolean named) {
      story.turn(mails(argument)).turn(mails("bob"));
      Compacting.leave(story, 1);

      assertThat(texts(Kind.EFFECTS))
          .containsExactly(
              "Done so far: mail (to %s)."
                  .formatted(named ? argument : argument.length() + " characters"));
    }

    @Test
    void areTheLastTwentyAndTheNumberOfThoseBefore() {
      Integer[] turns = IntStream.rangeClosed(1, 23).boxed().toArray(Integer[]::new);
      for (Integer turn : turns) {
        story.turn(mails("nr" + turn));
      }
      Compacting.leave(story, turns);

      assertThat(texts(Kind.EFFECTS).getFirst())
          .startsWith("Done so far: 3 earlier ones, mail (to nr4), mail (to nr5)")
          .endsWith("mail (to nr23).");
    }
  }

  @Nested
  class TheSummary {
    @Test
    void standsBeforeTheRecordOfWhatIsOpenAndReplacesTheOlderOne() {
      story.turn(opens("T-1")).turn(paints("T-1", "red"));
      Compacting.leaveWithSummary(story, "old", List.of(story.latest("T-1")), 1);
      Compacting.leaveWithSummary(story, "new", List.of(story.latest("T-1")), 2);

      assertThat(kinds())
          .containsExactly(Kind.TASK, Kind.PREFACE, Kind.SUMMARY, Kind.PREFACE, Kind.OPEN);
      assertThat(texts(Kind.PREFACE)).allMatch(text -> text.endsWith("this record is right."));
      assertThat(texts(Kind.SUMMARY)).containsExactly("new");
    }

    @Test
    void staysWhileAnItemItCoversIsOpen() {
      story.turn(opens("T-1")).turn(opens("T-2"));
      Compacting.leaveWithSummary(
          story, "both", List.of(story.latest("T-1"), story.latest("T-2")), 1, 2);
      story.turn(finishesRed("T-1"));
      Compacting.leave(story, 3);

      assertThat(texts(Kind.SUMMARY)).containsExactly("both");
    }

    @Test
    void leavesWithTheLastItemItCovers() {
      story.turn(opens("T-1")).turn(opens("T-2"));
      Compacting.leaveWithSummary(story, "one", List.of(story.latest("T-1")), 1);
      story.turn(finishesRed("T-1"));
      Compacting.leave(story, 3);

      assertThat(texts(Kind.SUMMARY)).isEmpty();
    }

    @Test
    void staysInAChatWithoutItems() {
      story.says("Hello.").userSays("More.").says("Fine.");
      Compacting.leaveWithSummary(story, "chat", List.of(), 1);
      Compacting.leave(story, 2);

      assertThat(texts(Kind.SUMMARY)).containsExactly("chat");
    }
  }

  /** What stays the same longest stands first, and what is right stands behind what is said. */
  @Test
  void beginsWithTheTaskAndEndsWithWhatIsOpen() {
    IntStream.rangeClosed(1, 8).forEach(HeadWriterTest.this::wholeItem);
    story.turn(opens("T-9")).turn(looksUp("AB12 CD34")).userSays("Blue, not red.");
    story.userSays("In order 7712.").turn(paints("T-9", "blue")).userSays("Go on.").says("Yes.");
    Compacting.leave(story, 9, 10);
    var rules = new HeadWriter.Rules(true, 24, true);
    var summary = HeadBlock.of(Kind.SUMMARY, "> Painting.");
    var head = new HeadWriter(story.view(), story.ledger(), rules).without(Set.of(11), 2, summary);

    assertThat(head.blocks())
        .extracting(HeadBlock::kind)
        .containsExactly(
            Kind.TASK,
            Kind.PREFACE,
            Kind.ROLL_UP,
            Kind.CLOSED,
            Kind.CLOSED,
            Kind.KEYS,
            Kind.USER_KEYS,
            Kind.USER,
            Kind.SUMMARY,
            Kind.PREFACE,
            Kind.OPEN);
  }

  @Test
  void whatTheUserSaidNeverLeaves() {
    story.turn(mails("ann")).userSays("Stop at noon.").turn(mails("bob"));
    Compacting.leave(story, 1, 2);

    assertThat(story.view().messages()).hasSize(1);
    assertThat(story.view().messages().getFirst().text()).endsWith("Stop at noon.");
  }
}
