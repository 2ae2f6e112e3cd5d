package dev.recap.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The names of choices as options and headers write them, such as {@code thinking-first}. */
final class WireName {
  private WireName() {}

  static String of(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The choice of that name, in any case, with a dash or an underscore.
   *
   * @param what what is chosen, for the error
   * @throws IllegalArgumentException naming the value and the accepted ones
   */
  static <E extends Enum<E>> E parse(String what, String name, E[] choices) {
    String wanted = name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    return Arrays.stream(choices)
        .filter(choice -> of(choice).equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s '%s' is not known: expected one of %s"
                    .formatted(
                        what,
                        name,
                        Arrays.stream(choices)
                            .map(WireName::of)
                            .collect(Collectors.joining(", ")))));
  }
}
