package dev.recap.desk.mail;

import java.security.SecureRandom;

/** Names of lower-case letters and digits that nobody can guess: 95 bits. */
final class RandomNames {
  private static final String SIGNS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 19;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomNames() {}

  static String next() {
    var name = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      name.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return name.toString();
  }
}
