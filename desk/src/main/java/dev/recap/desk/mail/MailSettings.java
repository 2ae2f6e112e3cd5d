package dev.recap.desk.mail;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The desk's mailbox, as {@code mail.properties} has it. Holds no secret, and may be shown.
 *
 * @param way what becomes of an approved reply: {@link Way#MAIL} or {@link Way#DRAFTS}
 * @param inbox where mail is read and drafts are laid; null for not at all
 * @param smtp where mail is sent; null for not at all
 */
public record MailSettings(
    Own own, Way way, Login login, @Nullable Inbox inbox, @Nullable Host smtp, Limits limits) {

  /**
   * How we are addressed.
   *
   * @param name what stands before the address; null for nothing
   * @param replyAddress an address with {@code {token}} in it, which leads an answer to its ticket
   *     also where a mail client drops the references; null for none
   * @param list the List-Id of a mailing list that customers' mail comes through; null for none
   */
  public record Own(
      String address, @Nullable String name, @Nullable String replyAddress, @Nullable String list) {
    static final String TOKEN = "{token}";

    public Own {
      address = MailAddress.checked("address", address);
      if (name != null && name.codePoints().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("name has a control character");
      }
      if (replyAddress != null) {
        if (!replyAddress.contains(TOKEN)) {
          throw new IllegalArgumentException(
              "reply-address was '%s', but an address with %s in it was expected"
                  .formatted(replyAddress, TOKEN));
        }
        MailAddress.checked("reply-address", replyAddress.replace(TOKEN, "token"));
      }
    }

    /** What follows the @. */
    public String domain() {
      return address.substring(address.lastIndexOf('@') + 1);
    }
  }

  /**
   * A mailbox, of which nothing but the Drafts folder is ever written.
   *
   * @param drafts the name of the Drafts folder; null for the one that the server says it is
   * @param since mail that came earlier is left alone; null for all that was there at the first
   *     look
   */
  public record Inbox(
      Host host, String folder, @Nullable String drafts, @Nullable LocalDate since) {
    public Inbox {
      if (folder.isBlank()) {
        throw new IllegalArgumentException("imap.folder is blank");
      }
    }
  }

  /**
   * What is taken, and how much of it.
   *
   * @param mailsAnHour how many are taken of one address in an hour; what comes beyond is parked
   * @param mailBytes larger ones are parked
   * @param attachmentBytes larger ones are listed, but not kept
   */
  public record Limits(int mailsAnHour, int mailBytes, int attachmentBytes) {
    /** 20 an hour; 25 MB, 10 MB. */
    public static final Limits STANDARD = new Limits(20, 25_000_000, 10_000_000);

    private static final int MOST_BYTES = 100_000_000;

    public Limits {
      if (mailsAnHour < 1) {
        throw new IllegalArgumentException(
            "mails-an-hour was %d, but at least 1 was expected".formatted(mailsAnHour));
      }
      if (mailBytes < 1 || mailBytes > MOST_BYTES || attachmentBytes < 0) {
        throw new IllegalArgumentException(
            "mail-megabytes and attachment-megabytes were %d and %d bytes, but at most %,d were expected"
                .formatted(mailBytes, attachmentBytes, MOST_BYTES));
      }
    }
  }

  public MailSettings {
    Objects.requireNonNull(own, "own");
    Objects.requireNonNull(login, "login");
    switch (way) {
      case MAIL -> {
        if (smtp == null) {
          throw new IllegalArgumentException("way was 'mail', but smtp.host is missing");
        }
      }
      case DRAFTS -> {
        if (inbox == null) {
          throw new IllegalArgumentException("way was 'drafts', but imap.host is missing");
        }
      }
      case NOTE, REPLY ->
          throw new IllegalArgumentException(
              "way was '%s', but 'mail' or 'drafts' was expected".formatted(way.label()));
    }
  }

  /** The address an answer to this ticket should go to; empty where the own address will do. */
  Optional<String> replyAddress(String token) {
    return Optional.ofNullable(own.replyAddress()).map(text -> text.replace(Own.TOKEN, token));
  }
}
