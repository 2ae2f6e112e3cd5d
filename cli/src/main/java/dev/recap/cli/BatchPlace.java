package dev.recap.cli;

import dev.recap.desk.batch.Address;
import dev.recap.desk.batch.Batch.Settings;
import dev.recap.desk.batch.BatchRun;
import dev.recap.desk.batch.Batches;
import dev.recap.desk.batch.Stop;
import dev.recap.desk.batch.Workshop;
import dev.recap.desk.knowledge.Knowledge;
import dev.recap.desk.knowledge.KnowledgeBase;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.tools.DeskTools;
import dev.recap.model.Model;
import dev.recap.storage.Store;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Where batches are kept and worked, open as long as a command takes. */
final class BatchPlace implements AutoCloseable {
  private final Address address;
  private final Store store;
  private final Batches batches;

  BatchPlace(Address address) {
    this.address = address;
    store = address.store();
    batches = Batches.in(address.source());
  }

  Store store() {
    return store;
  }

  Batches batches() {
    return batches;
  }

  /** What is done with the tickets of a desk and its help articles. */
  interface Work<T> {
    T at(BatchRun run, TicketStore tickets);
  }

  /** Opens a desk for some work. */
  <T> T at(
      Settings settings, Supplier<Model> model, Stop stop, Consumer<String> says, Work<T> work) {
    try (TicketStore tickets = tickets(settings)) {
      var tools = new DeskTools(tickets, knowledge(tickets)).writtenBy(settings.model()).toolbox();
      return work.at(
          new BatchRun(new Workshop(batches, store, tickets, tools, model), stop, says), tickets);
    }
  }

  /** The tickets that a batch is about. */
  TicketStore tickets(Settings settings) {
    return TicketStore.at(address.opened(settings.desk()), InstantSource.system());
  }

  /** The desk's own articles; those of the sample desk where it has none. */
  private static KnowledgeBase knowledge(TicketStore tickets) {
    var own = new Knowledge(tickets, InstantSource.system());
    return own.library().isEmpty() ? KnowledgeBase.standard() : own.get();
  }

  @Override
  public void close() {
    store.close();
  }
}
