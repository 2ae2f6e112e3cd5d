package dev.recap.web.people;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Passwords, and what is kept of them: PBKDF2 with HMAC-SHA-512, a salt for each, and the number of
 * rounds beside it, so that later ones may have more.
 *
 * <p>For any thread. Only two are computed at a time: a crowd that tries to sign in slows itself
 * down, and not the desk.
 */
public final class Passwords {
  /** What OWASP asks for with this function (Password Storage Cheat Sheet, 2023). */
  public static final int ROUNDS = 210_000;

  private static final int LEAST_CHARACTERS = 12;
  private static final int MOST_CHARACTERS = 256;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 512;
  private static final String SCHEME = "pbkdf2-sha512";
  private static final Pattern KEPT =
      Pattern.compile(SCHEME + "\\$(\\d{1,9})\\$([A-Za-z0-9+/=]+)\\$([A-Za-z0-9+/=]+)");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Semaphore AT_A_TIME = new Semaphore(2);

  private final int rounds;

  /** With as many rounds as one should have. */
  public Passwords() {
    this(ROUNDS);
  }

  /** With another number of rounds for what is hashed from now on. */
  public Passwords(int rounds) {
    this.rounds = rounds;
  }

  /**
   * What is kept of a new password.
   *
   * @throws IllegalArgumentException when it has too few or too many characters
   */
  public String keep(String password) {
    int length = password.codePointCount(0, password.length());
    if (length < LEAST_CHARACTERS || length > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "the password has %d characters, but %d to %d were expected"
              .formatted(length, LEAST_CHARACTERS, MOST_CHARACTERS));
    }
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return kept(rounds, salt, hash(password, salt, rounds));
  }

  /** Takes as long to compare with as others, and no password is known that matches. */
  String ofNobody() {
    return kept(rounds, new byte[SALT_BYTES], new byte[HASH_BITS / 8]);
  }

  private static String kept(int rounds, byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder();
    return "%s$%d$%s$%s"
        .formatted(SCHEME, rounds, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  /** Whether it is the password of which this was kept; how long it takes tells nothing of both. */
  public static boolean matches(String password, String kept) {
    Matcher parts = KEPT.matcher(kept);
    if (!parts.matches()) {
      throw new IllegalStateException("what is kept of a password is damaged");
    }
    Base64.Decoder base64 = Base64.getDecoder();
    byte[] given =
        hash(
            password.length() > 2 * MOST_CHARACTERS ? "" : password,
            base64.decode(parts.group(2)),
            Integer.parseInt(parts.group(1)));
    return MessageDigest.isEqual(base64.decode(parts.group(3)), given);
  }

  private static byte[] hash(String password, byte[] salt, int rounds) {
    AT_A_TIME.acquireUninterruptibly();
    var spec = new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA512", e);
    } finally {
      spec.clearPassword();
      AT_A_TIME.release();
    }
  }
}
