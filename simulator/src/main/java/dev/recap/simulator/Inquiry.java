package dev.recap.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came, whatever brought it.
 *
 * @param method such as {@code POST}
 * @param path without the query
 * @param headers by their name in lower case
 * @param body the body as text
 */
record Inquiry(String method, String path, Map<String, List<String>> headers, String body) {
  /** The first value of a header that is not blank. */
  Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  boolean authenticated() {
    return header("x-api-key").isPresent()
        || header("authorization").filter(value -> value.startsWith("Bearer ")).isPresent();
  }

  /** Every value of a header, one behind the other. */
  String all(String header) {
    return String.join(",", headers.getOrDefault(header, List.of()));
  }
}
