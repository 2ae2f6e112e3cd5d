package dev.recap.tool;

import java.util.Locale;

/** Names as Java writes them, as models read them, and as people read them. */
final class Words {
  private Words() {}

  /** {@code ticketId} becomes {@code ticket_id}. */
  static String snakeCase(String camelCase) {
    return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  /** Where to cut a text at this many characters or one less, so that no surrogate pair splits. */
  static int endBefore(String text, int most) {
    return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }

  /** {@code draftLength} becomes {@code draft length}. */
  static String spaced(String camelCase) {
    return snakeCase(camelCase).replace('_', ' ');
  }
}
