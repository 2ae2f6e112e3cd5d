package dev.recap.head;

import dev.recap.journal.Compacted.RollUp;
import dev.recap.words.ShortName;
import dev.recap.words.TokenEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The oldest closed items as counts, in at most 90 tokens. */
public final class RollUpText {
  static final int MAX_TOKENS = 90;

  /** Two names and the words between them fit. */
  private static final int MAX_NAME_TOKENS = 32;

  private RollUpText() {}

  /** Counts with fewer different values stay longest when not all fit. */
  public static String of(RollUp rollUp) {
    List<Map.Entry<String, Map<String, Integer>>> counts =
        new ArrayList<>(rollUp.counts().entrySet());
    String text = text(rollUp, counts);
    while (!counts.isEmpty() && TokenEstimate.of(text) * TokenEstimate.USUAL_SCALE > MAX_TOKENS) {
      counts.remove(
          counts.stream()
              .max((a, b) -> Integer.compare(a.getValue().size(), b.getValue().size()))
              .orElseThrow());
      text = text(rollUp, counts);
    }
    return text;
  }

  private static String text(RollUp rollUp, List<Map.Entry<String, Map<String, Integer>>> counts) {
    String first = ShortName.of(rollUp.first(), MAX_NAME_TOKENS);
    String range =
        rollUp.items() == 1
            ? "%s closed earlier".formatted(first)
            : "%s to %s closed earlier (%d)"
                .formatted(first, ShortName.of(rollUp.last(), MAX_NAME_TOKENS), rollUp.items());
    return counts.isEmpty()
        ? range + "."
        : range
            + ": "
            + counts.stream()
                .map(count -> count.getKey() + " " + values(count.getValue()))
                .collect(Collectors.joining("; "))
            + ".";
  }

  private static String values(Map<String, Integer> values) {
    return values.entrySet().stream()
        .map(value -> value.getKey() + " " + value.getValue())
        .collect(Collectors.joining(" "));
  }
}
