package dev.recap.desk.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * Sends by SMTP, one connection a reply.
 *
 * <p>Before the server is asked to take the text nothing can have been sent, so whatever goes wrong
 * is a refusal. After that only an answer with a number says what became of it.
 */
final class SmtpCarrier implements Carrier {
  private static final int FIRST_REFUSAL = 400;
  private static final int FIRST_FOR_GOOD = 500;
  private static final int LAST_REFUSAL = 599;

  private final Connections connections;
  private final Host host;
  private final InstantSource clock;

  SmtpCarrier(Connections connections, Host host, InstantSource clock) {
    this.connections = connections;
    this.host = host;
    this.clock = clock;
  }

  @Override
  public Set<Way> ways() {
    return Set.of(Way.MAIL);
  }

  @Override
  public Delivery carry(OutboxEntry entry) {
    Session session = connections.session("smtp", host);
    Dialogue dialogue = new Dialogue(session);
    try {
      ReplyMessage message =
          ReplyMessage.of(session, connections.settings(), entry, clock.instant());
      dialogue.connect(host.name(), host.port(), connections.user(), connections.secret());
      dialogue.sendMessage(message, message.getAllRecipients());
      return new Delivery.Accepted(dialogue.getLastServerResponse());
    } catch (MessagingException e) {
      return failed(dialogue, e);
    } catch (RuntimeException e) {
      if (dialogue.textBegan) {
        throw e;
      }
      return new Delivery.Refused(String.valueOf(e.getMessage()), true);
    } finally {
      close(dialogue);
    }
  }

  private static Delivery failed(Dialogue dialogue, MessagingException failure) {
    int code = code(failure);
    boolean isAnswer = code >= FIRST_REFUSAL && code <= LAST_REFUSAL;
    if (dialogue.textBegan && !isAnswer) {
      return new Delivery.Unclear(
          "the connection ended before the server said whether it took the mail: "
              + reason(failure));
    }
    // That we may not log in is no fault of this reply's, and is mended for all of them at once.
    return new Delivery.Refused(reason(failure), code < FIRST_FOR_GOOD);
  }

  /** The server's, wherever in the chain it stands; 0 for none. */
  private static int code(MessagingException failure) {
    for (Exception e = failure; e instanceof MessagingException next; e = next.getNextException()) {
      if (e instanceof SMTPSendFailedException sending) {
        return sending.getReturnCode();
      }
      if (e instanceof SMTPAddressFailedException address) {
        return address.getReturnCode();
      }
    }
    return 0;
  }

  /** Of the innermost cause, which knows best. */
  private static String reason(MessagingException failure) {
    String reason = String.valueOf(failure.getMessage());
    @Nullable Exception cause = failure.getNextException();
    while (cause != null) {
      reason = cause.getMessage() == null ? reason : cause.getMessage();
      cause = cause instanceof MessagingException next ? next.getNextException() : null;
    }
    return reason;
  }

  /** Whatever happens here, the server has said what it had to say. */
  private static void close(Dialogue dialogue) {
    try {
      dialogue.close();
    } catch (MessagingException e) {
      // The mail was taken or refused before.
    }
  }

  /** Notes when the server is asked to take the text. */
  private static final class Dialogue extends SMTPTransport {
    private boolean textBegan;

    Dialogue(Session session) {
      super(session, new URLName("smtp", null, -1, null, null, null), "smtp", false);
    }

    @Override
    protected OutputStream data() throws MessagingException {
      textBegan = true;
      return super.data();
    }
  }
}
