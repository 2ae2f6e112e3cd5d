package dev.recap.desk.mail;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a mail.
 *
 * @param name without path and control characters, never blank
 * @param type such as {@code image/png}, in lower case, as the sender called it
 * @param size in bytes
 * @param content null where it was larger than what is kept
 */
@SuppressWarnings("ArrayRecordComponent") // compared by what is in it, see equals
public record Attachment(
    String name, String type, int size, String sha256, byte @Nullable [] content) {
  private static final int LONGEST_NAME = 120;
  private static final Pattern TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,80}");
  // Also what turns the direction of writing round, and with it the ending of a name.
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}<>:\"|?*\\u2028\\u2029]");

  public Attachment {
    Objects.requireNonNull(sha256, "sha256");
  }

  /**
   * @param given what the sender calls it
   * @param mostBytes larger ones are not kept
   */
  static Attachment of(@Nullable String given, String type, byte[] content, int mostBytes) {
    return new Attachment(
        safeName(given == null ? "" : given),
        TYPE.matcher(type).matches() ? type : "application/octet-stream",
        content.length,
        sha256(content),
        content.length <= mostBytes ? content : null);
  }

  private static String safeName(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String plain = UNSAFE.matcher(last).replaceAll("").strip().replaceFirst("^\\.+", "");
    if (plain.length() > LONGEST_NAME) {
      String ending = plain.substring(plain.length() - LONGEST_NAME / 4);
      int dot = ending.indexOf('.');
      ending = dot < 0 ? "" : ending.substring(dot);
      plain = CleanText.cut(plain, LONGEST_NAME - ending.length()) + ending;
    }
    return plain.isBlank() ? "attachment" : CleanText.of(plain);
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attachment that
        && name.equals(that.name)
        && type.equals(that.type)
        && size == that.size
        && sha256.equals(that.sha256)
        && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, type, size, sha256);
  }

  @Override
  public String toString() {
    return "%s (%s, %,d bytes)".formatted(name, type, size);
  }
}
