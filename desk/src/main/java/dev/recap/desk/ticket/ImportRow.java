package dev.recap.desk.ticket;

import dev.recap.work.WorkItem;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One row of an import, of whatever format: what it says under which name, and on which line it
 * begins. Names that tickets do not have are ignored.
 */
record ImportRow(int line, Map<String, String> fields) {
  /** The only names that are looked at: whatever else a file holds may have any shape. */
  static final Set<String> NAMES =
      Set.of("description", "body", "subject", "id", "customer_name", "customer_email", "customer");

  static final Pattern CUSTOMER = Pattern.compile("[1-9][0-9]{0,8}");

  private static final int MAX_DESCRIPTION = 20_000;
  private static final int MAX_SUBJECT = 500;
  private static final int MAX_SHORT_TEXT = 320;
  private static final int MAX_SHOWN = 40;

  ImportRow {
    fields = Map.copyOf(fields);
  }

  /** The description, which every row needs; {@code body} is another name for it. */
  String description() {
    return text("description", MAX_DESCRIPTION)
        .or(() -> text("body", MAX_DESCRIPTION))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the description is missing (expected text under 'description' or 'body')"));
  }

  String subject() {
    return text("subject", MAX_SUBJECT).orElse("");
  }

  /** As an agent's tools spell it, or it would look for a ticket that it does not find. */
  Optional<String> externalId() {
    return text("id", MAX_DESCRIPTION)
        .map(id -> {
          try {
            return new WorkItem(id).key();
          } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                "id was '%s', but 1 to 200 characters on one line were expected"
                    .formatted(shown(id)),
                e);
          }
        });
  }

  Optional<String> customerName() {
    return text("customer_name", MAX_SHORT_TEXT);
  }

  Optional<String> customerEmail() {
    return text("customer_email", MAX_SHORT_TEXT);
  }

  Optional<Integer> customerNumber() {
    return text("customer", MAX_SHORT_TEXT)
        .map(number -> {
          if (!CUSTOMER.matcher(number).matches()) {
            throw new IllegalArgumentException(
                "customer was '%s', but a customer number from 1 to 999999999 was expected"
                    .formatted(shown(number)));
          }
          return Integer.valueOf(number);
        });
  }

  /** When it came in, as it is written there. */
  Optional<String> created() {
    return text("created", MAX_SHORT_TEXT);
  }

  /** What people had decided about it. */
  Decided decided() {
    return new Decided(
        text("category", MAX_SHORT_TEXT).orElse(null),
        text("priority", MAX_SHORT_TEXT).orElse(null),
        text("team", MAX_SHORT_TEXT).orElse(null),
        text("reply", MAX_DESCRIPTION).orElse(null));
  }

  private Optional<String> text(String field, int maxCharacters) {
    String value = fields.get(field);
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    if (value.length() > maxCharacters) {
      throw new IllegalArgumentException(
          "%s has %,d characters, but at most %,d were expected"
              .formatted(field, value.length(), maxCharacters));
    }
    if (value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(field + " contains a NUL character");
    }
    if (value.codePoints().anyMatch(ImportRow::isHalfPair)) {
      throw new IllegalArgumentException(field + " contains half of a surrogate pair");
    }
    return Optional.of(value.strip());
  }

  private static boolean isHalfPair(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  static String shown(String value) {
    return value.length() <= MAX_SHOWN ? value : value.substring(0, MAX_SHOWN) + "...";
  }
}
