package dev.recap.web.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The fields of a form or of a query, as text that nobody has looked at yet. */
public final class Fields {
  private final Map<String, List<String>> values;

  Fields(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * What stands in a field.
   *
   * @throws Refusal with status 400 when the field is missing or blank
   */
  public String text(String name) {
    return optional(name)
        .orElseThrow(() -> Refusal.ofField(name, name + " is missing, but was expected"));
  }

  /** What stands in a field; empty when it is missing or blank. */
  public Optional<String> optional(String name) {
    return all(name).stream().findFirst().filter(value -> !value.isBlank());
  }

  /** All values of a field that may be there more than once, such as ticked boxes. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /**
   * A whole number.
   *
   * @param otherwise where there is none
   * @throws Refusal with status 400 when it is no number from least to most
   */
  public int number(String name, int otherwise, int least, int most) {
    Optional<String> text = optional(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.get().strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException none) {
      // Told below, with the numbers that are out of range.
    }
    throw Refusal.ofField(
        name,
        "%s is '%s', but a whole number from %,d to %,d was expected"
            .formatted(name, text.get(), least, most));
  }

  /**
   * What a field stands for.
   *
   * @param meaning throws {@link IllegalArgumentException} for what it does not know
   * @throws Refusal with status 400 and that exception's message
   */
  public <T> Optional<T> as(String name, Function<String, T> meaning) {
    try {
      return optional(name).map(meaning);
    } catch (IllegalArgumentException e) {
      throw Refusal.ofField(name, "%s: %s".formatted(name, e.getMessage()));
    }
  }
}
