package dev.recap.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures and ids of calls: both are functions of the text alone. */
public final class Signatures {
  /** How long a signature is, in characters. */
  static final int LENGTH = 44;

  private static final byte[] KEY = "simulator".getBytes(StandardCharsets.UTF_8);

  private Signatures() {}

  /** The signature this server gives to a text. */
  public static String sign(String thinking) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
      byte[] seal = mac.doFinal(thinking.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(seal);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
    }
  }

  /** SHA-256 of the text in hexadecimal. */
  public static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }
}
