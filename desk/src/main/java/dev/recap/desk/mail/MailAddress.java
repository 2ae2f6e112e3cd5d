package dev.recap.desk.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** Addresses as they may stand in a header and in an SMTP command. */
public final class MailAddress {
  private static final int MAX_LENGTH = 254;
  private static final int MAX_SHOWN = 60;

  private MailAddress() {}

  /**
   * One address, with its domain in ASCII.
   *
   * @param field what the message calls it
   * @throws IllegalArgumentException for anything that is not exactly one address
   */
  public static String checked(String field, String text) {
    return read(text)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s was '%s', but one address such as name@example.com was expected"
                    .formatted(field, shown(text))));
  }

  /** The same; empty for anything that is not exactly one address. */
  public static Optional<String> read(String text) {
    String address = text.strip();
    int at = address.lastIndexOf('@');
    if (at < 1 || at == address.length() - 1 || !isPlain(address.substring(0, at))) {
      return Optional.empty();
    }
    try {
      String plain =
          address.substring(0, at)
              + "@"
              + IDN.toASCII(address.substring(at + 1), IDN.USE_STD3_ASCII_RULES)
                  .toLowerCase(Locale.ROOT);
      new InternetAddress(plain, true).validate();
      return plain.length() <= MAX_LENGTH ? Optional.of(plain) : Optional.empty();
    } catch (AddressException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Equal for two spellings of one mailbox, as nearly every server sees it. */
  static String key(String address) {
    return address.strip().toLowerCase(Locale.ROOT);
  }

  /** What needs neither quotes nor SMTPUTF8, and cannot end the header or the command. */
  private static boolean isPlain(String local) {
    return local.chars().allMatch(c -> c > ' ' && c < 0x7F && "<>()[]\\,;:\"@".indexOf(c) < 0);
  }

  private static String shown(String text) {
    String line =
        text.codePoints()
            .map(c -> Character.isISOControl(c) ? '?' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "...";
  }
}
