package dev.recap.desk.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * An article that answers a query.
 *
 * @param id the article's own name, as in {@code returns-and-refunds}
 * @param snippet the sentences of the article that fit the query best, at most {@value
 *     #MAX_SNIPPET_CHARS} characters on one line
 * @param version which version of the article; the model is not told
 */
public record Hit(
    String id, String title, String category, String snippet, @JsonIgnore int version) {
  /** The longest snippet, so that three hits stay near the recorded size of a search result. */
  public static final int MAX_SNIPPET_CHARS = 200;

  public Hit {
    if (snippet.isBlank() || snippet.length() > MAX_SNIPPET_CHARS) {
      throw new IllegalArgumentException(
          "the snippet of %s has %d characters, but 1 to %d were expected"
              .formatted(id, snippet.length(), MAX_SNIPPET_CHARS));
    }
  }
}
