package dev.recap.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.bytes.Digest;
import dev.recap.bytes.Packer;
import dev.recap.compaction.Compaction;
import dev.recap.compaction.Fold;
import dev.recap.compaction.Trim;
import dev.recap.compactor.Compactor;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.testing.ScriptedModel;
import dev.recap.testing.SettableClock;
import dev.recap.testing.Step;
import dev.recap.testing.Story;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is kept for an opening, and when it is not believed. */
class SnapshotTest {
  private static final View EMPTY = View.empty(17);

  private static final RequestFrame FRAME = new RequestFrame("", List.of(), 1_000, "recall");
  private static final Compaction POLICY =
      Compaction.atTokens(600).minimumGain(0).stages(new Fold(), new Trim());

  private static Snapshot ofAStory() {
    Story story = Story.of("Paint.").using(1_000, 50);
    story.userSays("All of them.").thinkingTurn(Step.opens("T-1")).turn(Step.paints("T-1", "red"));
    story.turn(Step.looksUp("glue")).turn(Step.finishes("T-1")).turn(Step.opens("T-2"));
    story.turn(Step.finishes("T-2")).turn(Step.opens("T-3")).turn(Step.finishes("T-3"));
    story.userSays("Go on.").turn(Step.opens("T-4"));
    story.turn(Step.paints("T-4", "blue")).says("Fine.");
    var journal = new ProjectedJournal(Journal.inMemory(), EMPTY, entry -> {});
    var compactor =
        new Compactor(POLICY, FRAME, new ScriptedModel(), new SettableClock(Story.NOON));
    for (Entry entry : story.entries()) {
      journal.append(entry);
      if (journal.view().unanswered().isEmpty()) {
        compactor.beforeRequest(journal);
      }
    }
    return Objects.requireNonNull(journal.beforeReply());
  }

  private static byte[] packed() {
    return Packer.joined(ofAStory().packed(EMPTY));
  }

  /**
   * Where this fails, a release makes something else of the same entries than the one before, or
   * writes it otherwise: then {@link Snapshot#VERSION} is raised, and the new figure stands here.
   */
  @Test
  void anotherMeaningOfTheSameEntriesHasAnotherVersion() {
    assertThat(Snapshot.VERSION + ": " + Digest.of(packed()))
        .isEqualTo("1: 681f5048fae352933c773c349c37d77f34033097893858f85a0b10f6a98b7c6b");
  }

  @Test
  void isNotBelievedUnderOtherInstructionsAndTools() {
    var kept = new Journal.Snapshot(1, packed());

    assertThat(Snapshot.unpacked(kept, EMPTY)).isPresent();
    assertThat(Snapshot.unpacked(kept, View.empty(18))).isEmpty();
  }

  @Property(tries = 500)
  void ifItIsAnythingElseTheJournalIsReadInstead(@ForAll Random random) {
    byte[] bytes = packed();
    for (int changes = random.nextInt(5); changes >= 0; changes--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    byte[] part = Arrays.copyOf(bytes, random.nextInt(bytes.length));

    assertThat(Snapshot.unpacked(new Journal.Snapshot(1, part), EMPTY)).isEmpty();
  }
}
