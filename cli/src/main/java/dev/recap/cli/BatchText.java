package dev.recap.cli;

import dev.recap.desk.batch.Progress;
import dev.recap.desk.batch.Progress.Worker;
import dev.recap.desk.ticket.QueueCounts;
import java.util.ArrayList;
import java.util.List;

/** How far batches are, in lines. */
final class BatchText {
  private BatchText() {}

  /** One line. */
  static String line(Progress batch) {
    QueueCounts queue = batch.queue();
    return Plain.of(
            "%s  %-11s  %d of %d tickets  %,d tokens  $%.4f  %s"
                .formatted(
                    batch.id(),
                    batch.state(),
                    queue.completed(),
                    queue.total(),
                    batch.spentTokens(),
                    batch.spentDollars(),
                    batch.remark()))
        .stripTrailing();
  }

  /** All there is to say. */
  static List<String> lines(Progress batch) {
    QueueCounts queue = batch.queue();
    List<String> lines = new ArrayList<>();
    lines.add(
        "batch %s: %s%s"
            .formatted(
                batch.id(),
                batch.state(),
                batch.remark().isEmpty() ? "" : " (%s)".formatted(batch.remark())));
    lines.add(
        "ordered %s by %s: %s, %s"
            .formatted(batch.madeAt(), batch.madeBy(), batch.model(), batch.way()));
    lines.add(
        "tickets: %d done, %d in hand, %d waiting"
            .formatted(queue.completed(), queue.inProgress(), queue.waiting()));
    lines.add(
        "spent:   %,d tokens%s, $%.4f%s"
            .formatted(
                batch.spentTokens(),
                batch.budgetTokens() == null ? "" : " of %,d".formatted(batch.budgetTokens()),
                batch.spentDollars(),
                batch.budgetDollars() == null ? "" : " of $%.4f".formatted(batch.budgetDollars())));
    batch.workers().forEach(worker -> lines.addAll(lines(worker)));
    return lines.stream().map(Plain::of).toList();
  }

  private static List<String> lines(Worker worker) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %d turns, %s"
            .formatted(
                worker.conversation(),
                worker.turns(),
                worker.holder() == null ? "held by nobody" : "held by " + worker.holder()));
    worker.approvals().forEach(call -> lines.add("  needs a yes: " + call));
    worker.unknown().forEach(call -> lines.add("  nobody knows what became of: " + call));
    return lines;
  }
}
