package dev.recap.lab.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A constant that people choose by its label, on the command line and in tables. */
public interface Choice {
  String name();

  /** The constant's name as people write it, such as {@code per-ticket}. */
  default String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The one with this label.
   *
   * @param what is chosen, in a word
   * @throws IllegalArgumentException naming the labels there are
   */
  static <T extends Choice> T of(String what, String label, T[] all) {
    return Arrays.stream(all)
        .filter(one -> one.label().equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s is '%s', but must be one of %s"
                    .formatted(
                        what,
                        label,
                        Arrays.stream(all).map(Choice::label).collect(Collectors.joining(", ")))));
  }
}
