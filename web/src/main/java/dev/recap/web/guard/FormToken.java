package dev.recap.web.guard;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a form hands back, so that no other site can send one in a visitor's name. It is made of the
 * browser's cookie, which no page can read: whoever does not have the cookie cannot make it, and a
 * new cookie makes those of the old one worthless.
 */
final class FormToken {
  private static final byte[] PURPOSE = "form".getBytes(StandardCharsets.UTF_8);

  private FormToken() {}

  /** The token that belongs to a cookie. */
  static String of(String cookie) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(cookie.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /** Whether they are the same; how long it takes tells nothing. */
  static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
