package dev.recap.desk.trial;

import dev.recap.desk.batch.Batch.Budget;
import dev.recap.desk.batch.Stop;
import dev.recap.desk.knowledge.KnowledgeBase;
import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.model.Model;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One process's place of work: a folder, which others may open as well, and answered tickets. */
final class TrialOffice {
  static final TrialOrder.Who WHO = new TrialOrder.Who("trainee", false, "a trainee", 100_000, 1);

  /** For all tests, which only read it. */
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.standard();

  private final Path folder;
  private final Stop stop = new Stop();
  private final List<TrialProgress> told = new ArrayList<>();

  TrialOffice(Path folder) {
    this.folder = folder;
  }

  static Answered answered(String id, String text, Decisions human) {
    var customer = new Customer(1, null, null);
    return new Answered(new NewTicket(customer, "", text, Instant.EPOCH, id), human);
  }

  static Decisions decided(
      @Nullable String category, @Nullable String priority, @Nullable String reply) {
    return new Decisions(category, priority, null, reply);
  }

  static TrialOrder order(List<Answered> tickets, Budget budget) {
    var made = new TrialOrder.Made("tickets.csv", "Ann", Instant.EPOCH);
    return TrialOrder.of(made, tickets, WHO, budget);
  }

  TrialRun run(TrialOrder order, Model model) {
    return run(order, model, "as ever");
  }

  TrialRun run(TrialOrder order, Model model, String print) {
    var means = new TrialMeans(KNOWLEDGE, print, () -> model, name -> Trainee.PROFILE);
    return new TrialRun(order, means, new TrialWatch(stop, said -> {}, told::add));
  }

  TrialResult work(TrialOrder order, Model model) {
    try (TrialFolder there = TrialFolder.open(folder)) {
      return run(order, model).work(there);
    }
  }

  Stop stop() {
    return stop;
  }

  List<TrialProgress> told() {
    return told;
  }
}
