package dev.recap.web;

import dev.recap.desk.batch.Address;
import dev.recap.desk.batch.Batches;
import dev.recap.desk.knowledge.Knowledge;
import dev.recap.desk.mail.MailSettingsFile;
import dev.recap.desk.mail.PostOffice;
import dev.recap.desk.mail.Secrets;
import dev.recap.desk.review.ByHand;
import dev.recap.desk.review.Release;
import dev.recap.desk.review.Review;
import dev.recap.desk.shift.Models;
import dev.recap.desk.shift.Shifts;
import dev.recap.desk.ticket.GuidanceRecord;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.storage.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What people and the agent do at a desk, as its pages need it. Safe for many threads.
 *
 * @param knowledge the articles, and the search over them as they are now
 * @param journals of the shifts
 * @param mail what sends and takes mail; empty where the folder has no settings for it
 */
public record DeskWork(
    TicketStore tickets,
    Review review,
    ByHand hands,
    GuidanceRecord guidance,
    Shifts shifts,
    Models models,
    Knowledge knowledge,
    Store journals,
    Optional<PostOffice> mail,
    InstantSource clock)
    implements AutoCloseable {
  private static final String JOURNALS = "journals.db";

  /**
   * Opens what lies beside the tickets in a desk's folder.
   *
   * @param tickets stay the caller's
   * @param stirred told the id of a shift of which something is new
   */
  public static DeskWork open(
      Path folder,
      TicketStore tickets,
      Models models,
      Consumer<String> stirred,
      InstantSource clock) {
    var address = new Address(folder.resolve(JOURNALS).toString());
    Store journals = address.store();
    var guidance = new GuidanceRecord(tickets, clock);
    Optional<PostOffice> mail =
        MailSettingsFile.in(folder)
            .map(settings -> PostOffice.of(tickets, settings, Secrets.environment(), clock));
    Release release =
        mail.<Release>map(
                office -> new MailRelease(office.outbox(), office.way(), models::isSimulated))
            .orElse(Release.NONE);
    var knowledge = new Knowledge(tickets, clock);
    var place =
        new Shifts.Place(
            folder.resolve("desk.db").toString(),
            tickets,
            journals,
            Batches.in(address.source()),
            guidance,
            knowledge,
            models);
    return new DeskWork(
        tickets,
        new Review(tickets, release, clock),
        new ByHand(tickets, clock),
        guidance,
        new Shifts(place, stirred, clock),
        models,
        knowledge,
        journals,
        mail,
        clock);
  }

  /** Lets the shifts come to rest, which go on later, closes the journals and ends the mail. */
  @Override
  public void close() {
    shifts.close();
    mail.ifPresent(PostOffice::close);
    journals.close();
  }
}
