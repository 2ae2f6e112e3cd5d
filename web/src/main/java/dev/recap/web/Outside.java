package dev.recap.web;

import dev.recap.desk.connect.ConnectedDesk;
import dev.recap.desk.connect.ZammadSettings;
import dev.recap.desk.mail.MailSettingsFile;
import dev.recap.desk.mail.Outbox;
import dev.recap.desk.mail.PostOffice;
import dev.recap.desk.mail.Secrets;
import dev.recap.desk.review.Release;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.web.OutboxRelease.Road;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where tickets come in and replies go out by themselves.
 *
 * @param mail empty where the folder has no settings for it
 * @param desk another desk; empty where the folder has no settings for it
 */
public record Outside(Optional<PostOffice> mail, Optional<ConnectedDesk> desk)
    implements AutoCloseable {

  /** Connects to nothing yet. */
  static Outside in(Path folder, TicketStore tickets, InstantSource clock) {
    Secrets secrets = Secrets.environment();
    return new Outside(
        MailSettingsFile.in(folder)
            .map(settings -> PostOffice.of(tickets, settings, secrets, clock)),
        ZammadSettings.in(folder)
            .map(settings -> ConnectedDesk.of(tickets, settings, secrets, clock)));
  }

  /** What approved replies go through; empty where they stay here. */
  public Optional<Outbox> outbox() {
    return mail.map(PostOffice::outbox).or(() -> desk.map(ConnectedDesk::outbox));
  }

  /**
   * Where approved replies go: those to a ticket of the other desk back there, others by mail.
   *
   * @param simulated whether a model's name stands for rules: its drafts stay here
   */
  Release release(Predicate<String> simulated) {
    List<Road> roads =
        Stream.concat(
                desk.stream()
                    .map(other ->
                        new Road(
                            other.outbox(),
                            other.way(),
                            (handle, ticket) -> other.has(handle, ticket.number()))),
                mail.stream().map(office -> Road.byMail(office.outbox(), office.way())))
            .toList();
    return roads.isEmpty() ? Release.NONE : new OutboxRelease(roads, simulated);
  }

  /** Begins to take in and to send. */
  void start() {
    mail.ifPresent(PostOffice::start);
    desk.ifPresent(ConnectedDesk::start);
  }

  @Override
  public void close() {
    mail.ifPresent(PostOffice::close);
    desk.ifPresent(ConnectedDesk::close);
  }
}
