package dev.recap.desk.ticket;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The ids of a file so far. */
final class ImportIds {
  private final Map<String, Integer> lines = new HashMap<>();

  /**
   * The id of a row, which no row before it has.
   *
   * @throws IllegalArgumentException when it is no id, or an earlier row's
   */
  Optional<String> once(ImportRow row) {
    Optional<String> id = row.externalId();
    id.ifPresent(given -> {
      Integer earlier = lines.putIfAbsent(given, row.line());
      if (earlier != null) {
        throw new IllegalArgumentException(
            "id was '%s', which the row on line %d has already"
                .formatted(ImportRow.shown(given), earlier));
      }
    });
    return id;
  }
}
