package dev.recap.desk.knowledge;

import dev.recap.desk.mail.CleanText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markdown as people have it: with or without front matter, of which the fields id, title, category
 * and tags are read and the others passed over.
 */
final class MarkdownArticle {
  private static final String FENCE = "---";
  private static final Pattern FIELD = Pattern.compile("(id|title|category|tags)\\s*:(.*)");
  private static final Pattern POINT = Pattern.compile("\\s*-\\s+(.*)");
  private static final Pattern HEADING = Pattern.compile("\\s{0,3}#{1,6}\\s+(.*?)\\s*#*\\s*");
  private static final Pattern QUOTED = Pattern.compile("\"(.*)\"|'(.*)'");

  private final Map<String, String> fields = new HashMap<>();
  private final List<String> text = new ArrayList<>();

  private MarkdownArticle() {}

  /**
   * Reads one.
   *
   * @param name what the file is called, without its ending: the id and the title of what names
   *     none
   * @throws IllegalArgumentException naming the field, its value and what was expected
   */
  static ArticleText read(String name, String markdown) {
    var article = new MarkdownArticle();
    article.take(markdown.lines().toList());
    String id = article.fields.getOrDefault("id", name);
    String title = article.fields.containsKey("title") ? article.field("title") : article.heading();
    return new ArticleText(
        ArticleText.idOf(id),
        title.isEmpty() ? name : title,
        article.field("category"),
        ArticleText.tagsOf(article.field("tags")),
        String.join("\n", article.text));
  }

  private String field(String name) {
    return fields.getOrDefault(name, "");
  }

  private void take(List<String> lines) {
    int end = 0;
    if (!lines.isEmpty() && lines.getFirst().stripTrailing().equals(FENCE)) {
      end = lines.stream().skip(1).map(String::stripTrailing).toList().indexOf(FENCE) + 2;
      if (end == 1) {
        throw new IllegalArgumentException(
            "the front matter has no end, but a line %s was expected".formatted(FENCE));
      }
      takeFields(lines.subList(1, end - 1));
    }
    text.addAll(lines.subList(end, lines.size()));
  }

  private void takeFields(List<String> lines) {
    boolean inTags = false;
    for (String line : lines) {
      Matcher field = FIELD.matcher(line);
      Matcher point = POINT.matcher(line);
      if (field.matches()) {
        String name = field.group(1);
        if (fields.put(name, value(field.group(2).strip())) != null) {
          throw new IllegalArgumentException(
              "field '%s' stands twice in the front matter, but once was expected".formatted(name));
        }
        inTags = name.equals("tags");
      } else if (inTags && point.matches()) {
        String tag = value(point.group(1).strip());
        fields.merge("tags", tag, (some, more) -> some.isEmpty() ? more : some + ", " + more);
      } else {
        inTags = false;
      }
    }
  }

  /** Without what YAML puts around texts and lists. */
  private static String value(String given) {
    if (given.startsWith("[") && given.endsWith("]")) {
      return String.join(
          ", ",
          ArticleText.tagsOf(given.substring(1, given.length() - 1)).stream()
              .map(MarkdownArticle::value)
              .toList());
    }
    Matcher quoted = QUOTED.matcher(given);
    return quoted.matches() ? given.substring(1, given.length() - 1) : given;
  }

  /** The first heading's words, empty for none; a text that begins with it goes on without it. */
  private String heading() {
    boolean first = true;
    for (int i = 0; i < text.size(); i++) {
      Matcher heading = HEADING.matcher(text.get(i));
      if (heading.matches() && !heading.group(1).isBlank()) {
        boolean restHasWords = text.stream().skip(i + 1L).anyMatch(line -> !line.isBlank());
        if (first && restHasWords) {
          text.remove(i);
        }
        return CleanText.line(heading.group(1), ArticleText.LONGEST_LINE);
      }
      first &= text.get(i).isBlank();
    }
    return "";
  }
}
