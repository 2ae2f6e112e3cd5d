package dev.recap.bytes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256, in 64 small hexadecimal digits. */
public final class Digest {
  private Digest() {}

  /** Of a text's UTF-8. */
  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static String of(byte[] bytes) {
    return of(List.of(bytes));
  }

  /** Of pieces one behind the other. */
  public static String of(List<byte[]> pieces) {
    try {
      MessageDigest all = MessageDigest.getInstance("SHA-256");
      pieces.forEach(all::update);
      return HexFormat.of().formatHex(all.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
