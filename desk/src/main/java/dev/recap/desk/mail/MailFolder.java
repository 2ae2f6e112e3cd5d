package dev.recap.desk.mail;

import dev.recap.desk.mail.MailSettings.Inbox;
import dev.recap.desk.ticket.TicketStore;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Date;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * Takes what is new in a folder of the mailbox and leaves the folder as it is: it is opened for
 * reading only, and no mail is marked, moved or deleted.
 *
 * <p>A mail, what becomes of it and how far the folder has been read are one transaction: whenever
 * the process dies, each mail is taken once.
 */
final class MailFolder {
  private final TicketStore store;
  private final Connections connections;
  private final Inbox inbox;
  private final MailReader reader;
  private final Intake intake;
  private final InstantSource clock;

  MailFolder(TicketStore store, Connections connections, Inbox inbox, InstantSource clock) {
    MailSettings settings = connections.settings();
    this.store = store;
    this.connections = connections;
    this.inbox = inbox;
    this.reader = new MailReader(settings.own(), settings.limits());
    this.intake = new Intake(settings.limits().mailsAnHour(), clock);
    this.clock = clock;
  }

  /**
   * Takes all that is new.
   *
   * @throws MessagingException when the server cannot be reached or breaks off; what was taken
   *     before stays taken, and the next look goes on behind it
   */
  Look look() throws MessagingException, IOException {
    try (IMAPStore server =
        (IMAPStore) connections.session("imap", inbox.host()).getStore("imap")) {
      server.connect(
          inbox.host().name(), inbox.host().port(), connections.user(), connections.secret());
      try (IMAPFolder folder = (IMAPFolder) server.getFolder(inbox.folder())) {
        folder.open(Folder.READ_ONLY);
        return takeNew(folder);
      }
    }
  }

  private Look takeNew(IMAPFolder folder) throws MessagingException, IOException {
    MailPlace place = place(folder);
    Look look = Look.NOTHING;
    Message[] messages = folder.getMessagesByUID(place.lastUid() + 1, UIDFolder.LASTUID);
    var profile = new FetchProfile();
    profile.add(UIDFolder.FetchProfileItem.UID);
    profile.add(FetchProfile.Item.SIZE);
    profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
    folder.fetch(messages, profile);
    for (Message message : messages) {
      long uid = folder.getUID(message);
      // A range that ends in "the last one" contains the last one in any case.
      if (uid > place.lastUid() && message instanceof IMAPMessage mail && !mail.isExpunged()) {
        place = place.at(uid);
        look = look.and(take(folder, mail, place));
      }
    }
    return look;
  }

  private Optional<Taken> take(IMAPFolder folder, IMAPMessage mail, MailPlace place)
      throws MessagingException, IOException {
    IncomingMail read;
    try {
      Date date = mail.getReceivedDate();
      Instant received = date == null ? clock.instant() : date.toInstant();
      if (received.isBefore(place.since())) {
        return store.besides(handle -> {
          place.keep(handle);
          return Optional.empty();
        });
      }
      read = read(mail, received);
    } catch (MessageRemovedException e) {
      return Optional.empty();
    } catch (MessagingException | IOException e) {
      if (!folder.isOpen()) {
        throw e;
      }
      // The connection is well: it is this mail that the server cannot hand out.
      read =
          reader.headersOnly(
              "%s/%d/%d"
                  .formatted(place.folder(), place.uidValidity(), place.lastUid())
                  .getBytes(StandardCharsets.UTF_8),
              clock.instant(),
              "the server did not hand it out: "
                  + Outcomes.oneLine(String.valueOf(e.getMessage())));
    }
    return taken(read, place);
  }

  private Optional<Taken> taken(IncomingMail read, MailPlace place) {
    return store.besides(handle -> {
      Taken taken = intake.take(handle, read);
      place.keep(handle);
      return Optional.of(taken);
    });
  }

  private IncomingMail read(IMAPMessage mail, Instant received)
      throws MessagingException, IOException {
    int limit = connections.settings().limits().mailBytes();
    if (mail.getSize() <= limit) {
      try (InputStream stream = mail.getMimeStream()) {
        byte[] raw = stream.readNBytes(limit + 1);
        if (raw.length <= limit) {
          return reader.read(raw, received);
        }
      }
    }
    var headers = new ByteArrayOutputStream();
    for (String line : Collections.list(mail.getAllHeaderLines())) {
      headers.writeBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
    return reader.headersOnly(
        headers.toByteArray(),
        received,
        "larger than %,d bytes; it can be read in the mailbox".formatted(limit));
  }

  /**
   * Where to go on; at the first look of all, behind what is there unless the settings say since
   * when.
   */
  private MailPlace place(IMAPFolder folder) throws MessagingException {
    String name = "%s@%s/%s".formatted(connections.user(), inbox.host().name(), inbox.folder());
    long validity = folder.getUIDValidity();
    Optional<MailPlace> known = store.besides(handle -> MailPlace.find(handle, name));
    if (known.isPresent()) {
      MailPlace place = known.get();
      return place.uidValidity() == validity
          ? place
          : new MailPlace(name, validity, 0, place.since());
    }
    MailPlace first =
        inbox.since() == null
            ? new MailPlace(name, validity, lastUid(folder), clock.instant())
            : new MailPlace(
                name, validity, 0, inbox.since().atStartOfDay(ZoneId.systemDefault()).toInstant());
    return store.besides(handle -> {
      first.keep(handle);
      return first;
    });
  }

  private static long lastUid(IMAPFolder folder) throws MessagingException {
    int count = folder.getMessageCount();
    return count == 0 ? 0 : folder.getUID(folder.getMessage(count));
  }
}
