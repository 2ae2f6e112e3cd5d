package dev.recap.desk.mail;

import dev.recap.desk.mail.MailSettings.Inbox;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.search.MessageIDTerm;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * Lays replies into the Drafts folder, where a person looks at them once more and sends them.
 *
 * <p>A draft that is there already, by its Message-ID, is not laid there again, so every attempt
 * may be repeated.
 */
final class DraftsFolder implements Carrier {
  private static final String ATTRIBUTE = "\\Drafts";
  private static final String USUAL_NAME = "Drafts";

  private final Connections connections;
  private final Inbox inbox;
  private final InstantSource clock;

  DraftsFolder(Connections connections, Inbox inbox, InstantSource clock) {
    this.connections = connections;
    this.inbox = inbox;
    this.clock = clock;
  }

  @Override
  public Set<Way> ways() {
    return Set.of(Way.DRAFTS);
  }

  @Override
  public Delivery carry(OutboxEntry entry) {
    try {
      return put(entry);
    } catch (MessagingException | IllegalStateException e) {
      return new Delivery.Refused(String.valueOf(e.getMessage()), true);
    }
  }

  private Delivery put(OutboxEntry entry) throws MessagingException {
    Session session = connections.session("imap", inbox.host());
    try (IMAPStore store = (IMAPStore) session.getStore("imap")) {
      store.connect(
          inbox.host().name(), inbox.host().port(), connections.user(), connections.secret());
      Optional<IMAPFolder> found = find(store);
      if (found.isEmpty()) {
        return new Delivery.Refused(
            "the mailbox has no folder that says it is for drafts; imap.drafts can name one",
            false);
      }
      try (IMAPFolder folder = found.get()) {
        folder.open(Folder.READ_WRITE);
        if (folder.search(new MessageIDTerm(entry.thread().messageId())).length > 0) {
          return new Delivery.Accepted("was in " + folder.getFullName() + " already");
        }
        Message draft = ReplyMessage.of(session, connections.settings(), entry, clock.instant());
        draft.setFlag(Flags.Flag.DRAFT, true);
        draft.setFlag(Flags.Flag.SEEN, true);
        folder.appendMessages(new Message[] {draft});
        return new Delivery.Accepted("laid into " + folder.getFullName());
      }
    }
  }

  private Optional<IMAPFolder> find(IMAPStore store) throws MessagingException {
    if (inbox.drafts() != null) {
      return existing(store.getFolder(inbox.drafts()));
    }
    for (Folder folder : store.getDefaultFolder().list("*")) {
      List<String> attributes = Arrays.asList(((IMAPFolder) folder).getAttributes());
      if (attributes.stream().anyMatch(ATTRIBUTE::equalsIgnoreCase)) {
        return Optional.of((IMAPFolder) folder);
      }
    }
    return existing(store.getFolder(USUAL_NAME));
  }

  private static Optional<IMAPFolder> existing(Folder folder) throws MessagingException {
    return folder.exists() ? Optional.of((IMAPFolder) folder) : Optional.empty();
  }
}
