package dev.recap.desk.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * HTML to plain text: what a reader would see, quotes behind {@code >}, links with their target.
 *
 * <p>What is hidden from a reader is left out, so that nobody can tell the agent what a person does
 * not see.
 */
public final class HtmlText implements NodeFilter {
  private static final int MOST_CHARACTERS = 2_000_000;
  private static final int MOST_LINK = 500;
  private static final int MOST_HEADINGS = 20;
  private static final Set<String> UNSEEN =
      Set.of("script", "style", "head", "title", "template", "object", "iframe", "svg", "select");
  private static final Set<String> BLOCKS =
      Set.of(
          "address", "article", "aside", "div", "dd", "dl", "dt", "figure", "footer", "form",
          "header", "hr", "li", "main", "nav", "section", "table", "tr");
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "pre", "blockquote");
  private static final Pattern HIDING =
      Pattern.compile(
          "display\\s*:\\s*none|visibility\\s*:\\s*hidden|font-size\\s*:\\s*0(?![.\\d])");
  private static final Pattern LINK =
      Pattern.compile("(?i)(https?|mailto|tel):[^\\s\\p{Cntrl}<>]+");
  // Mail programs mark the mail that is answered, or where it begins.
  private static final Set<String> QUOTED =
      Set.of("gmail_quote", "gmail_quote_container", "yahoo_quoted", "protonmail_quote");
  private static final Set<String> FROM_HERE_ON = Set.of("appendonsend", "divRplyFwdMsg");

  private final TextLines lines = new TextLines();

  /** The element whose rest is a quote; null for none. */
  private @Nullable Node quotedTo;

  private HtmlText() {}

  /** What a reader of this HTML sees, however broken it is; the first two million characters. */
  public static String of(String html) {
    Document document = Jsoup.parse(CleanText.cut(html, MOST_CHARACTERS));
    var text = new HtmlText();
    document.body().filter(text);
    return text.lines.text();
  }

  /** What this HTML calls itself: its first heading that is seen, else its title; may be empty. */
  public static String title(String html) {
    Document document = Jsoup.parse(CleanText.cut(html, MOST_CHARACTERS));
    for (Element heading : document.select("h1").stream().limit(MOST_HEADINGS).toList()) {
      if (heading.parents().stream().noneMatch(HtmlText::isHidden) && !isHidden(heading)) {
        return CleanText.of(heading.text());
      }
    }
    return CleanText.of(document.title());
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      lines.add(text.getWholeText());
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (isHidden(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    begin(element);
    return FilterResult.CONTINUE;
  }

  private void begin(Element element) {
    String name = element.normalName();
    space(name);
    if (isQuote(element)) {
      lines.quote(1);
    }
    if (quotedTo == null && FROM_HERE_ON.contains(element.id())) {
      quotedTo = element.parent();
      lines.quote(1);
    }
    switch (name) {
      case "br" -> lines.lineBreak();
      case "li" -> lines.add("- ");
      case "td", "th" -> lines.add(" ");
      case "pre" -> lines.keepSpace(true);
      case "img" -> image(element);
      default -> {}
    }
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      String name = element.normalName();
      if (name.equals("a")) {
        target(element);
      }
      if (name.equals("pre")) {
        lines.keepSpace(false);
      }
      if (isQuote(element)) {
        lines.quote(-1);
      }
      space(name);
    }
    if (node.equals(quotedTo)) {
      quotedTo = null;
      lines.quote(-1);
    }
    return FilterResult.CONTINUE;
  }

  private void space(String name) {
    if (PARAGRAPHS.contains(name)) {
      lines.paragraph();
    } else if (BLOCKS.contains(name)) {
      lines.end();
    }
  }

  private static boolean isQuote(Element element) {
    return element.normalName().equals("blockquote") || QUOTED.stream().anyMatch(element::hasClass);
  }

  private static boolean isHidden(Element element) {
    return UNSEEN.contains(element.normalName())
        || element.hasAttr("hidden")
        || HIDING.matcher(element.attr("style").toLowerCase(Locale.ROOT)).find();
  }

  private void image(Element element) {
    String alternative = element.attr("alt").strip();
    if (!alternative.isEmpty()) {
      lines.add("[" + CleanText.line(alternative, MOST_LINK) + "]");
    }
  }

  private void target(Element element) {
    String target = element.attr("href").strip();
    if (!LINK.matcher(target).matches()) {
      return;
    }
    String shown = element.text().strip();
    String bare = target.replaceFirst("(?i)^(mailto|tel):", "");
    if (!shown.equals(target) && !shown.equals(bare)) {
      lines.add(" <" + CleanText.cut(target, MOST_LINK) + ">");
    }
  }
}
