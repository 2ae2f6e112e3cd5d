package dev.recap.erasure;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.looksAt;
import static dev.recap.testing.Step.mails;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.recap.compaction.Fold;
import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.ledger.LedgerEffect;
import dev.recap.ledger.OpeningRecord;
import dev.recap.projection.View;
import dev.recap.testing.Compacting;
import dev.recap.testing.Story;
import dev.recap.work.Fact;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was done to an erased item stays. */
class ErasedDeedsTest extends Erasing {
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
