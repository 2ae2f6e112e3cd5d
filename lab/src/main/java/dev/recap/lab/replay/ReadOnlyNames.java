package dev.recap.lab.replay;

import dev.recap.work.Effect;
import java.util.Arrays;
import java.util.List;

/**
 * Which recorded tools are taken to be read-only. Recorded tools declare nothing, so this is an
 * assumption about their names and is printed with every result.
 *
 * @param patterns names in any case; one that ends in {@code *} stands for all that begin so
 */
public record ReadOnlyNames(List<String> patterns) {
  private static final List<String> USUAL =
      List.of(
          "get_*",
          "find_*",
          "list_*",
          "search_*",
          "look_up_*",
          "lookup*",
          "read",
          "read_*",
          "grep",
          "glob",
          "check_*",
          "calculate*",
          "think*");

  public ReadOnlyNames {
    patterns = List.copyOf(patterns);
    for (String pattern : patterns) {
      if (!pattern.matches("[a-zA-Z0-9_-]+\\*?")) {
        throw new IllegalArgumentException(
            "read-only is '%s', but must be a tool's name or the beginning of one and *"
                .formatted(pattern));
      }
    }
  }

  /** Names that begin as readers' names do. */
  public static ReadOnlyNames usual() {
    return new ReadOnlyNames(USUAL);
  }

  /** From a list with commas. */
  public static ReadOnlyNames parse(String list) {
    return new ReadOnlyNames(Arrays.stream(list.split(",")).map(String::strip).toList());
  }

  /** What a call of this tool is taken to do. */
  public Effect effect(String tool) {
    return patterns.stream().anyMatch(pattern -> fits(pattern, tool))
        ? Effect.READ_ONLY
        : Effect.UNDECLARED;
  }

  private static boolean fits(String pattern, String tool) {
    return pattern.endsWith("*")
        ? tool.regionMatches(true, 0, pattern, 0, pattern.length() - 1)
        : tool.equalsIgnoreCase(pattern);
  }

  @Override
  public String toString() {
    return String.join(", ", patterns);
  }
}
