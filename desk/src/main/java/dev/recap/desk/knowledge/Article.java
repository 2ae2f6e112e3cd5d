package dev.recap.desk.knowledge;

import java.util.List;

/**
 * One article of the knowledge base.
 *
 * @param id lower case words joined by hyphens, unique in the knowledge base
 * @param tags what customers call the subject where the text has another word for it
 * @param sentences the text in reading order, without Markdown marks
 */
record Article(
    String id, String title, String category, List<String> tags, List<String> sentences) {

  Article {
    tags = List.copyOf(tags);
    sentences = List.copyOf(sentences);
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("article %s has no text".formatted(id));
    }
  }

  String text() {
    return String.join("\n", sentences);
  }
}
