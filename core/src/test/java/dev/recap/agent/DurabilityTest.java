package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.looksPaintsAndFinishes;
import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Seen.entries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.compaction.Compaction;
import dev.recap.journal.Answered;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.Journal;
import dev.recap.model.Model;
import dev.recap.testing.Replies;
import dev.recap.tool.Toolbox;
import dev.recap.tool.Tools;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is durable when, and what a journal that fails stops. */
class DurabilityTest {
  private final PaintShop shop = new PaintShop();
  private final Replies batch = looksPaintsAndFinishes();
  private final Disk disk = new Disk();

  /** A journal that notes what was made durable together, and fails when a test wants it. */
  private static final class Disk extends JournalOver {
    final List<List<String>> synced = new ArrayList<>();
    boolean full;
    boolean wasFull;

    Disk() {
      super(Journal.inMemory());
    }

    @Override
    public void append(List<? extends Entry> entries) {
      if (full) {
        throw new IllegalStateException("the disk is full");
      }
      synced.add(entries.stream().map(entry -> entry.getClass().getSimpleName()).toList());
      super.append(entries);
    }
  }

  private Run start(Model model, Toolbox tools) {
    return Agent.builder(model)
        .toolbox(tools)
        .compaction(Compaction.none())
        .build()
        .start(disk, "Go.");
  }

  @Test
  void whatMayBeDurableTogetherIsSyncedTogether() {
    var model = model(calls("look_at", "{'thing':'T-1'}"), batch, Replies.saying("Ok."));
    try (model) {
      start(model, Tools.of(shop)).result();

      assertThat(disk.synced.subList(0, 3))
          .containsExactly(
              List.of("RunStarted", "UserSaid"),
              List.of("Replied", "Intended"),
              List.of("Answered"));
      assertThat(disk.synced.get(3)).containsExactly("Replied", "Intended", "Intended", "Intended");
    }
  }

  /** A change is on record when it is known, not when its slowest sibling is done. */
  @Test
  void aChangeIsOnRecordBeforeItsSlowSiblingIsDone() {
    var odd =
        new OddToolbox(
            Tools.of(shop),
            (inner, calls, answered) -> {
              inner.runAll(calls.subList(1, 2), answered);
              assertThat(entries(disk, Intended.class)).hasSize(3);
              assertThat(entries(disk, Answered.class)).hasSize(1);
              inner.runAll(List.of(calls.getFirst(), calls.getLast()), answered);
            });
    try (var model = model(batch, Replies.saying("Ok."))) {
      assertThat(start(model, odd).result()).isEqualTo(new RunResult.Answered("Ok."));
    }
  }

  @Test
  void aJournalThatFailsStopsTheRunAndNothingMoreIsDone() {
    var odd =
        new OddToolbox(
            Tools.of(shop),
            (inner, calls, answered) -> {
              disk.full = !disk.wasFull;
              disk.wasFull = true;
              inner.runAll(calls, answered);
            });
    try (var model = model(batch, Replies.saying("Ok."))) {
      Run run = start(model, odd);

      assertThatThrownBy(run::result).hasMessage("the disk is full");
      disk.full = false;
      // The answers that were not written are still known, and the same run goes on.
      assertThat(run.result()).isInstanceOf(RunResult.class);
      assertThat(entries(disk, Answered.class)).hasSize(3);
    }
  }
}
