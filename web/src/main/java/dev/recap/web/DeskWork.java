package dev.recap.web;

import dev.recap.desk.batch.Address;
import dev.recap.desk.batch.Batches;
import dev.recap.desk.erasure.Erasures;
import dev.recap.desk.exemption.Exempting;
import dev.recap.desk.exemption.ExemptionBook;
import dev.recap.desk.knowledge.KnowledgeBase;
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
import java.util.function.Supplier;

/**
 * What people and the agent do at a desk, as its pages need it. Safe for many threads.
 *
 * @param knowledge the articles as they are now
 * @param journals of the shifts
 * @param mail what sends and takes mail; empty where the folder has no settings for it
 */
public record DeskWork(
    TicketStore tickets,
    Review review,
    ByHand hands,
    GuidanceRecord guidance,
    ExemptionBook exemptions,
    Erasures erasures,
    Shifts shifts,
    Models models,
    Supplier<KnowledgeBase> knowledge,
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
      Supplier<KnowledgeBase> knowledge,
      Models models,
      Consumer<String> stirred,
      InstantSource clock) {
    var address = new Address(folder.resolve(JOURNALS).toString());
    Store journals = address.store();
    var guidance = new GuidanceRecord(tickets, clock);
    Optional<PostOffice> mail = mail(folder, tickets, clock);
    Release release = release(mail, models);
    var exempting = new Exempting(tickets, guidance, release, clock);
    // What was handed in before this process began, and did not come to this.
    exempting.pass();
    Batches batches = Batches.in(address.source());
    var erasures = new Erasures(tickets, journals, batches, clock);
    erasures.goOnWithAll();
    String desk = folder.resolve("desk.db").toString();
    var place = new Shifts.Place(desk, tickets, journals, batches, guidance, knowledge, models);
    return new DeskWork(
        tickets,
        new Review(tickets, release, clock),
        new ByHand(tickets, clock),
        guidance,
        new ExemptionBook(tickets, clock),
        erasures,
        new Shifts(place, shift -> settled(exempting, shift, stirred), clock),
        models,
        knowledge,
        journals,
        mail,
        clock);
  }

  private static Optional<PostOffice> mail(Path folder, TicketStore tickets, InstantSource clock) {
    return MailSettingsFile.in(folder)
        .map(settings -> PostOffice.of(tickets, settings, Secrets.environment(), clock));
  }

  private static Release release(Optional<PostOffice> mail, Models models) {
    return mail.<Release>map(
            office -> new MailRelease(office.outbox(), office.way(), models::isSimulated))
        .orElse(Release.NONE);
  }

  /** What a shift has handed in is settled before anybody is told of it. */
  private static void settled(Exempting exempting, String shift, Consumer<String> stirred) {
    try {
      exempting.pass();
    } finally {
      stirred.accept(shift);
    }
  }

  /** Lets the shifts come to rest, which go on later, closes the journals and ends the mail. */
  @Override
  public void close() {
    shifts.close();
    mail.ifPresent(PostOffice::close);
    journals.close();
  }
}
