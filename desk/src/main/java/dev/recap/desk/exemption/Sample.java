package dev.recap.desk.exemption;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which exempt drafts a person looks at all the same. It goes by a hash and not by chance: however
 * often one asks, of one draft the answer is the same.
 */
final class Sample {
  private Sample() {}

  /**
   * Whether a draft is in the sample.
   *
   * @param opening which handing in of the ticket it is, from 1
   * @param percent how many of a hundred are, 0 to 100
   */
  static boolean has(String ticketId, int opening, int percent) {
    return Long.remainderUnsigned(hash(ticketId + "\n" + opening), 100) < percent;
  }

  private static long hash(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
