package dev.recap.desk.knowledge;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads an article from Markdown with front matter:
 *
 * <pre>
 * ---
 * id: late-parcels
 * title: When a parcel is late
 * category: shipping
 * tags: tracking, delay
 * ---
 * The text, in paragraphs and lists.
 * </pre>
 *
 * Each field stands once, on one line. Whatever else a file holds is refused with an {@link
 * IllegalArgumentException} that names the file, the field, its value and what was expected.
 */
final class ArticleFile {
  private static final String FENCE = "---";
  private static final List<String> FIELDS = List.of("id", "title", "category", "tags");
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final String name;

  private ArticleFile(String name) {
    this.name = name;
  }

  /**
   * The article in a file's text.
   *
   * @param name the file as messages shall call it
   * @throws IllegalArgumentException when a field or the text is missing or wrong
   */
  static Article read(String name, String text) {
    return new ArticleFile(name).read(text.lines().toList());
  }

  private Article read(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().equals(FENCE)) {
      throw wrong("line 1", lines.isEmpty() ? "" : lines.getFirst(), "the front matter's " + FENCE);
    }
    int end = lines.subList(1, lines.size()).indexOf(FENCE) + 1;
    if (end == 0) {
      throw new IllegalArgumentException(
          "%s: the front matter has no end, but a line %s was expected".formatted(name, FENCE));
    }
    Map<String, String> fields = fields(lines.subList(1, end));
    String id = fields.getOrDefault("id", "");
    if (!ID.matcher(id).matches()) {
      throw wrong("field 'id'", id, "lower case words joined by hyphens");
    }
    List<String> sentences = Sentences.of(lines.subList(end + 1, lines.size()));
    if (sentences.isEmpty()) {
      throw wrong("the text", "", "at least one sentence after the front matter");
    }
    return new Article(
        id, required(fields, "title"), required(fields, "category"), tags(fields), sentences);
  }

  private Map<String, String> fields(List<String> lines) {
    Map<String, String> fields = new HashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      String field = colon < 0 ? line : line.substring(0, colon).strip();
      if (colon < 0 || !FIELDS.contains(field)) {
        throw wrong("a field of the front matter", field, "one of " + FIELDS + " and a colon");
      }
      if (fields.put(field, line.substring(colon + 1).strip()) != null) {
        throw wrong("field '%s'".formatted(field), line, "the field only once");
      }
    }
    return fields;
  }

  private String required(Map<String, String> fields, String field) {
    String value = fields.getOrDefault(field, "");
    if (value.isEmpty()) {
      throw wrong("field '%s'".formatted(field), value, "a text");
    }
    return value;
  }

  private List<String> tags(Map<String, String> fields) {
    String value = required(fields, "tags");
    List<String> tags = Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    if (tags.contains("")) {
      throw wrong("field 'tags'", value, "words with a comma between each two");
    }
    return tags;
  }

  private IllegalArgumentException wrong(String what, String value, String expected) {
    return new IllegalArgumentException(
        "%s: %s was '%s', but %s was expected".formatted(name, what, value, expected));
  }
}
