package dev.recap.erasure;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.mails;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.projection.View;
import dev.recap.testing.Story;
import dev.recap.work.WorkItem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An erasure is refused where it would take what is still needed. */
class RefusedErasureTest extends Erasing {
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
