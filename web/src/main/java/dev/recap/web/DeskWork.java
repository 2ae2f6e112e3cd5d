package dev.recap.web;

import dev.recap.desk.batch.Address;
import dev.recap.desk.batch.Batches;
import dev.recap.desk.erasure.Erasures;
import dev.recap.desk.exemption.Exempting;
import dev.recap.desk.exemption.ExemptionBook;
import dev.recap.desk.knowledge.Knowledge;
import dev.recap.desk.review.ByHand;
import dev.recap.desk.review.Release;
import dev.recap.desk.review.Review;
import dev.recap.desk.shift.Models;
import dev.recap.desk.shift.Shifts;
import dev.recap.desk.ticket.GuidanceRecord;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.trial.Trials;
import dev.recap.desk.trial.TrialsAtWork;
import dev.recap.storage.Store;
import dev.recap.web.queue.Uploads;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What people and the agent do at a desk, as its pages need it. Safe for many threads.
 *
 * @param knowledge the articles, and the search over them as they are now
 * @param journals of the shifts
 * @param outside where tickets come in and replies go out by themselves
 */
public record DeskWork(
    TicketStore tickets,
    Review review,
    ByHand hands,
    GuidanceRecord guidance,
    ExemptionBook exemptions,
    Erasures erasures,
    Shifts shifts,
    TrialsAtWork trials,
    Models models,
    Knowledge knowledge,
    Store journals,
    Outside outside,
    InstantSource clock)
    implements AutoCloseable {
  /**
   * Opens what lies beside the tickets in a desk's folder.
   *
   * @param tickets stay the caller's
   * @param stirred told what something is new of: {@code shift/ID} or {@code trial/ID}
   */
  public static DeskWork open(
      DeskFolder folder,
      TicketStore tickets,
      Models models,
      Consumer<String> stirred,
      InstantSource clock) {
    Address address = folder.journals();
    Store journals = address.store();
    var guidance = new GuidanceRecord(tickets, clock);
    var knowledge = new Knowledge(tickets, clock);
    var outside = Outside.in(folder.path(), tickets, clock);
    Release release = outside.release(models::isSimulated);
    var exempting = new Exempting(tickets, guidance, release, clock);
    // What was handed in before this process began, and did not come to this.
    exempting.pass();
    Batches batches = Batches.in(address.source());
    var trials =
        new TrialsAtWork(
            folder.path().resolve("trials"),
            new TrialsAtWork.Place(new Trials(tickets), knowledge, models),
            trial -> stirred.accept("trial/" + trial));
    Runnable beside =
        () -> {
          forgetFiles(Uploads.in(folder.path(), clock), trials);
          folder.wentFor(Erasures.last(tickets));
        };
    if (folder.isBehind(Erasures.last(tickets))) {
      beside.run();
    }
    var erasures = new Erasures(tickets, journals, batches, beside, clock);
    erasures.goOnWithAll();
    var place =
        new Shifts.Place(folder.place(), tickets, journals, batches, guidance, knowledge, models);
    return new DeskWork(
        tickets,
        new Review(tickets, release, clock),
        new ByHand(tickets, clock),
        guidance,
        new ExemptionBook(tickets, clock),
        erasures,
        new Shifts(place, shift -> settled(exempting, "shift/" + shift, stirred), clock),
        trials,
        models,
        knowledge,
        journals,
        outside,
        clock);
  }

  private static void forgetFiles(Uploads uploads, TrialsAtWork trials) {
    uploads.forgetAll();
    trials.forgetAll();
  }

  /** What a shift has handed in is settled before anybody is told of it. */
  private static void settled(Exempting exempting, String topic, Consumer<String> stirred) {
    try {
      exempting.pass();
    } finally {
      stirred.accept(topic);
    }
  }

  /**
   * Lets the shifts come to rest, which go on later, closes the journals and ends the connections.
   */
  @Override
  public void close() {
    shifts.close();
    trials.close();
    outside.close();
    journals.close();
  }
}
