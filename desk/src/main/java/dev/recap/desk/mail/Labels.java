package dev.recap.desk.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The names that choices have in settings and in the database: in lower case. */
final class Labels {
  private Labels() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The value with a label.
   *
   * @param field what the message calls it
   * @throws IllegalArgumentException for any other text, naming the labels there are
   */
  static <E extends Enum<E>> E find(Class<E> type, String field, String label) {
    List<E> values = Arrays.asList(type.getEnumConstants());
    return values.stream()
        .filter(value -> of(value).equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s was '%s', but one of %s was expected"
                    .formatted(field, label, values.stream().map(Labels::of).toList())));
  }
}
