package dev.recap.desk.knowledge;

import dev.recap.desk.mail.CleanText;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An article of a desk's own as somebody wrote it.
 *
 * @param id words of letters and digits joined by hyphens, in lower case; what evidence and links
 *     name, and what never changes
 * @param title one line
 * @param category empty for an article that belongs to any
 * @param tags what customers call the subject where the text has another word for it
 * @param text Markdown or plain text, line ends being {@code \n}
 */
public record ArticleText(
    String id, String title, String category, List<String> tags, String text) {
  /** The longest text, in characters. */
  public static final int MOST_CHARACTERS = 200_000;

  static final int LONGEST_LINE = 200;
  private static final int LONGEST_ID = 100;
  private static final int MOST_TAGS = 30;
  private static final int SHOWN = 60;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern AT_AN_END = Pattern.compile("^-|-$");

  /**
   * Takes what may stand in the database and on a page: control characters are left out.
   *
   * @throws IllegalArgumentException naming the field, its value and what was expected
   */
  public ArticleText {
    title = CleanText.line(title, LONGEST_LINE + 1);
    if (title.isEmpty() || title.length() > LONGEST_LINE) {
      throw wrong("title", title, "a line of 1 to %d characters".formatted(LONGEST_LINE));
    }
    if (!id.equals(idOf(id)) || id.isEmpty() || id.length() > LONGEST_ID) {
      throw wrong(
          "id",
          id,
          "words of letters and digits joined by hyphens, in lower case, at most %d characters"
              .formatted(LONGEST_ID));
    }
    category = CleanText.line(category, LONGEST_LINE + 1);
    if (category.length() > LONGEST_LINE) {
      throw wrong("category", category, "at most %d characters".formatted(LONGEST_LINE));
    }
    tags = tags.stream().map(tag -> CleanText.line(tag, LONGEST_LINE + 1)).toList();
    if (tags.size() > MOST_TAGS || tags.stream().anyMatch(ArticleText::unfit)) {
      throw wrong(
          "tags",
          String.join(", ", tags),
          "at most %d, each of 1 to %d characters, with a comma between each two"
              .formatted(MOST_TAGS, LONGEST_LINE));
    }
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "text has %,d characters, but at most %,d were expected"
              .formatted(text.length(), MOST_CHARACTERS));
    }
    text = CleanText.of(text);
    if (Sentences.of(text.lines().toList()).isEmpty()) {
      throw wrong("text", text, "at least one sentence");
    }
  }

  private static boolean unfit(String tag) {
    return tag.isEmpty() || tag.length() > LONGEST_LINE || tag.indexOf(',') >= 0;
  }

  private static IllegalArgumentException wrong(String field, String value, String expected) {
    String shown = value.length() > SHOWN ? CleanText.cut(value, SHOWN) + "…" : value;
    return new IllegalArgumentException(
        "%s was '%s', but %s was expected".formatted(field, shown, expected));
  }

  /**
   * A name as an id: in lower case, with hyphens for whatever is no letter or digit; empty where
   * there is none of these.
   */
  public static String idOf(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return AT_AN_END.matcher(BETWEEN_WORDS.matcher(plain).replaceAll("-")).replaceAll("");
  }

  /** The tags in a line of them. */
  public static List<String> tagsOf(String line) {
    return line.isBlank() ? List.of() : List.of(line.strip().split("\\s*,\\s*", -1));
  }

  /** The same, ready to be searched. */
  Article version(int version) {
    return new Article(id, title, category, tags, Sentences.of(text.lines().toList()), version);
  }
}
