package dev.recap.desk.batch;

import dev.recap.desk.ticket.QueueCounts;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.model.ModelProfile;
import dev.recap.storage.Holder;
import dev.recap.storage.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far a batch is, by its journals and the desk.
 *
 * @param state as in {@link Batch.State}, in small letters; "died" where the process that worked it
 *     is no more or says nothing more
 * @param spentTokens and dollars: of replies on record
 * @param budgetTokens and dollars: null for no limit
 * @param madeAt ISO 8601
 */
public record Progress(
    String id,
    String state,
    String remark,
    QueueCounts queue,
    long spentTokens,
    double spentDollars,
    @Nullable Long budgetTokens,
    @Nullable Double budgetDollars,
    String model,
    String way,
    String madeAt,
    String madeBy,
    List<Worker> workers) {

  /**
   * One conversation.
   *
   * @param holder who has its lease; null for nobody
   * @param approvals calls that wait for a person's yes
   * @param unknown calls of which nobody knows what became of them
   */
  public record Worker(
      String conversation,
      int turns,
      @Nullable String holder,
      List<String> approvals,
      List<String> unknown) {}

  public Progress {
    workers = List.copyOf(workers);
  }

  /**
   * Reads it, whether or not somebody works the batch.
   *
   * @param profiles of models by name, for their prices
   */
  public static Progress of(
      Batch batch, Store store, TicketStore tickets, Function<String, ModelProfile> profiles) {
    return of(batch, store, tickets, null, profiles);
  }

  /**
   * The same of tickets that were picked for it.
   *
   * @param lot what they were picked under; null for all
   */
  public static Progress of(
      Batch batch,
      Store store,
      TicketStore tickets,
      @Nullable String lot,
      Function<String, ModelProfile> profiles) {
    List<Worker> workers = new ArrayList<>();
    Spent spent = Spent.NOTHING;
    for (String conversation : batch.conversations()) {
      WorkRecord record =
          WorkRecord.of(
              each -> store.read(conversation, 0, each), batch.settings().model(), profiles);
      spent = spent.plus(record.spent());
      workers.add(
          new Worker(
              conversation,
              record.turns(),
              store
                  .holder(conversation)
                  .filter(Progress::mayBeAlive)
                  .map(Holder::name)
                  .orElse(null),
              record.approvals(),
              record.unknown()));
    }
    return of(batch, tickets.counts(lot), spent, workers);
  }

  /** Whether it is not known that the process that has a conversation is no more. */
  public static boolean mayBeAlive(Holder holder) {
    return ProcessName.parse(holder.name()).filter(ProcessName::isDead).isEmpty();
  }

  private static Progress of(Batch batch, QueueCounts queue, Spent spent, List<Worker> workers) {
    boolean died =
        batch.state() == Batch.State.RUNNING
            && workers.stream().allMatch(worker -> worker.holder() == null);
    Batch.Budget budget = batch.budget();
    return new Progress(
        batch.id(),
        died ? "died" : batch.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        batch.remark(),
        queue,
        spent.tokens(),
        spent.dollars(),
        budget.tokens() == Long.MAX_VALUE ? null : budget.tokens(),
        budget.inMoney() ? budget.dollars() : null,
        batch.settings().model(),
        batch.settings().way().name().toLowerCase(Locale.ROOT),
        batch.made().at().toString(),
        batch.made().by(),
        workers);
  }
}
