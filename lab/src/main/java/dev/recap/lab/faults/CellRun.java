package dev.recap.lab.faults;

import dev.recap.compaction.Compaction;
import dev.recap.lab.count.CallCounts;
import dev.recap.lab.play.Door;
import dev.recap.lab.play.Play;
import dev.recap.lab.play.PlayOutcome;
import dev.recap.lab.scenario.OneConversation;
import dev.recap.lab.scenario.Strike;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Plays one cell and makes its row. Safe for several threads. */
final class CellRun {
  private final Play play;

  CellRun(Play play) {
    this.play = play;
  }

  /** The run in which nothing strikes and nothing is shortened. */
  PlayOutcome undisturbed(Cell.Conditions conditions, Door door) {
    var strategy = OneConversation.striking(Compaction.none(), Strike.never());
    return play.of(strategy, conditions.behaviour(), door);
  }

  /**
   * The cell's row, judged.
   *
   * @param right what should be stored in the end
   */
  Row row(Cell cell, Door door, Map<String, String> right) {
    Strike strike = cell.turn() == 0 ? Strike.beforeEveryTurn() : Strike.onceBefore(cell.turn());
    PlayOutcome outcome =
        play.of(cell.strategy().struck(strike), cell.conditions().behaviour(), door);
    CallCounts counts = outcome.counts();
    List<String> rejections = outcome.played().rejections();
    int asked = outcome.played().summaries().size();
    Function<String, Row> judged =
        failed ->
            new Row(
                cell.strategy().label(),
                cell.conditions().summarizer().label(),
                cell.conditions().agent(),
                cell.turn(),
                cell.conditions().scheduleName(),
                asked,
                asked - rejections.size(),
                Rejections.inShort(rejections),
                outcome.stored().complete(),
                counts.lost(),
                counts.repeated(),
                counts.redone(),
                counts.guarded(),
                differences(right, outcome.stored().state()),
                outcome.taskMissing(),
                outcome.tokens(),
                outcome.played().turns().size(),
                Rejections.inShort(outcome.played().ending().how()),
                failed);
    return judged.apply(
        CellJudgement.of(judged.apply(""), cell.strategy(), cell.conditions().summarizer()));
  }

  /** Things that are stored otherwise than they should be, or should be there, or should not. */
  private static int differences(Map<String, String> right, Map<String, String> stored) {
    Set<String> names = new HashSet<>(right.keySet());
    names.addAll(stored.keySet());
    return (int)
        names.stream().filter(name -> !Objects.equals(right.get(name), stored.get(name))).count();
  }
}
