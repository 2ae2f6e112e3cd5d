package dev.recap.desk.ticket;

import dev.recap.desk.ticket.ColumnMapping.Field;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A first guess of the mapping, by the names that columns have in the exports of other desks: a
 * list in {@code columns.txt}. A person sees it and can say otherwise.
 */
final class ColumnGuess {
  private static final String RESOURCE = "columns.txt";
  private static final Map<Field, List<String>> NAMES = names();

  private ColumnGuess() {}

  static ColumnMapping of(ImportShape shape) {
    Map<String, String> columns = new HashMap<>();
    shape.columns().forEach(column -> columns.putIfAbsent(plain(column), column));
    Map<Field, String> guessed = new EnumMap<>(Field.class);
    Set<String> taken = new HashSet<>();
    NAMES.forEach((field, names) ->
        names.stream()
            .map(columns::get)
            .filter(Objects::nonNull)
            .filter(column -> !taken.contains(column) && fits(field, column, shape))
            .findFirst()
            .ifPresent(column -> {
              guessed.put(field, column);
              taken.add(column);
            }));
    return ColumnMapping.of(guessed);
  }

  /** Numbers of customers are such only where all of the first rows have one. */
  private static boolean fits(Field field, String column, ImportShape shape) {
    return field != Field.CUSTOMER_NUMBER
        || shape.rows().stream()
            .map(row -> row.getOrDefault(column, ""))
            .allMatch(cell -> cell.isBlank() || ImportRow.CUSTOMER.matcher(cell.strip()).matches());
  }

  /** A name without what exports differ in: case, width, spaces and signs. */
  private static String plain(String name) {
    String letters =
        Normalizer.normalize(name, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]", "");
    return letters.isEmpty() ? name.strip() : letters;
  }

  private static Map<Field, List<String>> names() {
    Map<Field, List<String>> names = new LinkedHashMap<>();
    try (InputStream in = ColumnGuess.class.getResourceAsStream(RESOURCE)) {
      String text =
          new String(Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(any -> !any.isBlank()).toList()) {
        String[] parts = line.split(":", 2);
        names.put(
            Field.of(parts[0].strip()),
            List.of(parts[1].split(",")).stream().map(ColumnGuess::plain).toList());
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
