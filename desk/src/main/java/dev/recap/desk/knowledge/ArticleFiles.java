package dev.recap.desk.knowledge;

import dev.recap.desk.mail.CleanText;
import dev.recap.desk.mail.HtmlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads articles from files that nobody has looked at: Markdown ({@code .md}, {@code .markdown}),
 * text ({@code .txt}), HTML ({@code .html}, {@code .htm}) as a reader sees it, and rows ({@code
 * .csv}). All in UTF-8.
 */
public final class ArticleFiles {
  /** The most articles that are read at once, and that a desk has. */
  public static final int MOST_ARTICLES = 5_000;

  /** The most characters that all articles of a desk have together: they are searched in memory. */
  public static final int MOST_CHARACTERS = 10_000_000;

  /** The largest file, in bytes. */
  public static final int MOST_FILE_BYTES = 8 << 20;

  static final long MOST_BYTES = 64L << 20;
  private static final int SHOWN = 80;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final Set<String> MARKDOWN = Set.of("md", "markdown", "txt");
  private static final Set<String> HTML = Set.of("html", "htm");
  private static final String CSV = "csv";

  private final List<ArticleText> articles = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final Map<String, String> fileOfId = new HashMap<>();
  private long bytes;
  private long characters;

  private ArticleFiles() {}

  /**
   * What was found.
   *
   * @param refused what cannot be taken, each with its file and the reason; where there is any,
   *     none of the articles is meant to be
   */
  public record Found(List<ArticleText> articles, List<String> refused) {
    public Found {
      articles = List.copyOf(articles);
      refused = List.copyOf(refused);
    }

    /**
     * The articles, if nothing was refused.
     *
     * @throws IllegalArgumentException naming what was
     */
    public List<ArticleText> all() {
      if (!refused.isEmpty()) {
        throw new IllegalArgumentException(
            "no article was taken, because of\n  " + String.join("\n  ", refused));
      }
      return articles;
    }
  }

  /**
   * A file that was sent.
   *
   * @param name as its sender calls it
   * @param content not copied
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Sent(String name, byte[] content) {}

  /** The articles of the sample desk. */
  public static List<ArticleText> ofTheSample() {
    return Shelf.texts();
  }

  /** Whether files of this name are read. */
  public static boolean isRead(String name) {
    String ending = ending(name);
    return MARKDOWN.contains(ending) || HTML.contains(ending) || ending.equals(CSV);
  }

  /**
   * Reads one file, such as one that was sent.
   *
   * @param name tells how it is read, and is the id where nothing in it says another
   */
  public static Found of(String name, byte[] content) {
    return of(List.of(new Sent(name, content)));
  }

  /** Reads several files that were sent together: no id may stand in two of them. */
  public static Found of(List<Sent> sent) {
    var files = new ArticleFiles();
    sent.forEach(one -> files.take(one.name(), one.content()));
    return files.found();
  }

  /**
   * Reads a folder with all that is in it. Files of other kinds and those whose name begins with a
   * full stop are passed over; links are refused, so that nothing outside is read.
   *
   * @throws IllegalArgumentException when it is no folder
   */
  public static Found in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "knowledge is %s, but a folder with articles was expected".formatted(folder));
    }
    var files = new ArticleFiles();
    new FolderWalk(folder, files::takeFile, files.refused::add).walk();
    if (files.articles.isEmpty() && files.refused.isEmpty()) {
      files.refused.add(
          "%s: it has no article, but files ending in .md, .txt, .html or .csv were expected"
              .formatted(folder));
    }
    return files.found();
  }

  private boolean takeFile(String name, Path file) {
    if (!isRead(name)) {
      return true;
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] content = in.readNBytes(MOST_FILE_BYTES + 1);
      bytes += content.length;
      if (bytes > MOST_BYTES) {
        refused.add(
            "%s: with it there are more than %,d bytes, the most that is read at once"
                .formatted(name, MOST_BYTES));
        return false;
      }
      take(name, content);
    } catch (IOException failure) {
      refused.add("%s: it cannot be read (%s)".formatted(name, failure));
    }
    return articles.size() <= MOST_ARTICLES;
  }

  private void take(String name, byte[] content) {
    String file = shown(name);
    if (content.length > MOST_FILE_BYTES) {
      refused.add(
          "%s: has more than %,d bytes, the most that is read".formatted(file, MOST_FILE_BYTES));
      return;
    }
    if (ending(name).equals(CSV)) {
      Found rows = CsvArticles.read(file, content);
      refused.addAll(rows.refused());
      rows.articles().forEach(article -> add(file, article));
      return;
    }
    try {
      add(file, read(name, text(content)));
    } catch (IllegalArgumentException unfit) {
      refused.add(file + ": " + unfit.getMessage());
    }
  }

  private static ArticleText read(String name, String text) {
    String ending = ending(name);
    String bare = name.substring(0, Math.max(0, name.length() - ending.length() - 1));
    if (MARKDOWN.contains(ending)) {
      return MarkdownArticle.read(bare, text);
    }
    if (HTML.contains(ending)) {
      String title = HtmlText.title(text);
      return new ArticleText(
          ArticleText.idOf(bare),
          title.isEmpty() ? bare : CleanText.cut(title, ArticleText.LONGEST_LINE),
          "",
          List.of(),
          HtmlText.of(text));
    }
    throw new IllegalArgumentException(
        "the name ends in '%s', but .md, .markdown, .txt, .html, .htm or .csv was expected"
            .formatted(ending));
  }

  private static String text(byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("it is not UTF-8, which was expected", e);
    }
  }

  private void add(String file, ArticleText article) {
    String other = fileOfId.putIfAbsent(article.id(), file);
    if (other != null) {
      refused.add(
          "%s: the id '%s' stands in %s, too, but each article needs its own"
              .formatted(file, article.id(), other));
      return;
    }
    articles.add(article);
    characters += article.text().length();
  }

  private Found found() {
    if (articles.size() > MOST_ARTICLES) {
      refused.add("there are more than %,d articles, the most of a desk".formatted(MOST_ARTICLES));
    }
    if (characters > MOST_CHARACTERS) {
      refused.add(
          "the articles have %,d characters together, but a desk has at most %,d"
              .formatted(characters, MOST_CHARACTERS));
    }
    return new Found(articles, refused);
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** A name of somebody else's in a message. */
  static String shown(String name) {
    return CleanText.line(name, SHOWN);
  }
}
