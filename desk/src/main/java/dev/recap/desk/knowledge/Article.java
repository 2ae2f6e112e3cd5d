package dev.recap.desk.knowledge;

import dev.recap.desk.ticket.Category;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One article of the knowledge base.
 *
 * @param tags words that customers use for its subject
 * @param body Markdown
 */
public record Article(String id, String title, Category category, List<String> tags, String body) {
  private static final String FENCE = "---";

  public Article {
    if (id.isBlank() || title.isBlank() || body.isBlank()) {
      throw new IllegalArgumentException(
          "an article needs an id, a title and a body, but had id '%s', title '%s', %d characters"
              .formatted(id, title, body.length()));
    }
    tags = List.copyOf(tags);
  }

  /**
   * Reads an article: Markdown below a front matter of {@code name: value} lines between two lines
   * {@code ---}, with id, title, category and tags (separated by commas).
   *
   * @param source stands in error messages
   * @throws IllegalArgumentException when the front matter is missing or incomplete, or the
   *     category is none of ours
   */
  public static Article parse(String source, String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(FENCE)) {
      throw new IllegalArgumentException(source + ": the first line must be ---");
    }
    int end = lines.subList(1, lines.size()).indexOf(FENCE) + 1;
    if (end == 0) {
      throw new IllegalArgumentException(source + ": the front matter does not end with ---");
    }
    Map<String, String> front = frontMatter(source, lines.subList(1, end));
    try {
      return new Article(
          field(front, "id"),
          field(front, "title"),
          Category.of(field(front, "category")),
          Arrays.stream(field(front, "tags").split(",")).map(String::strip).toList(),
          String.join("\n", lines.subList(end + 1, lines.size())).strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, String> frontMatter(String source, List<String> lines) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException(
            "%s: 'name: value' was expected in the front matter, but there was '%s'"
                .formatted(source, line));
      }
      fields.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
    return fields;
  }

  private static String field(Map<String, String> front, String name) {
    String value = front.get(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("the front matter lacks '" + name + "'");
    }
    return value;
  }
}
