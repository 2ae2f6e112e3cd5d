package dev.recap.lab.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Figures inside a page: between {@code <!-- figures: NAME -->} and {@code <!-- end of figures
 * -->}, both on lines of their own. What is between them is written, never edited.
 */
final class QuotedFigures {
  private static final Pattern BLOCK =
      Pattern.compile("(?m)^<!-- figures: ([a-z-]+) -->\\R(?s:.*?)^<!-- end of figures -->$");

  private QuotedFigures() {}

  /** The pages that may quote figures. */
  static List<Path> pages(Path root) throws IOException {
    List<Path> pages = new ArrayList<>(List.of(root.resolve("README.md")));
    try (Stream<Path> docs = Files.list(root.resolve("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  /** The records that a page quotes, by name. */
  static List<String> quoted(String page) {
    return BLOCK.matcher(page).results().map(block -> block.group(1)).toList();
  }

  /** The page with each quotation of these figures written anew. */
  static String written(String page, Figures figures) {
    return BLOCK
        .matcher(page)
        .replaceAll(block ->
            Matcher.quoteReplacement(
                block.group(1).equals(figures.name()) ? block(figures) : block.group()));
  }

  private static String block(Figures figures) {
    return "<!-- figures: %s -->\n%s\n<!-- end of figures -->"
        .formatted(figures.name(), String.join("\n", figures.lines()));
  }
}
