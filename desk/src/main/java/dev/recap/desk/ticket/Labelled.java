package dev.recap.desk.ticket;

import java.util.Arrays;

/** A choice whose values have a name of their own in JSON and in the database. */
interface Labelled {

  /** The name outside Java: lower case, words joined by hyphens or underscores. */
  String label();

  static <E extends Enum<E> & Labelled> E of(Class<E> type, String label) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.label().equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s was '%s', but %s was expected"
                    .formatted(
                        type.getSimpleName(),
                        label,
                        Arrays.stream(type.getEnumConstants()).map(Labelled::label).toList())));
  }
}
