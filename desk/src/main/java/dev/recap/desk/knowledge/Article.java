package dev.recap.desk.knowledge;

import java.util.List;

/**
 * One article of the knowledge base.
 *
 * @param id lower case words joined by hyphens, unique in the knowledge base
 * @param category empty for an article that belongs to any
 * @param tags what customers call the subject where the text has another word for it
 * @param sentences the text in reading order, without Markdown marks
 * @param version from 1
 */
record Article(
    String id,
    String title,
    String category,
    List<String> tags,
    List<String> sentences,
    int version) {

  Article {
    tags = List.copyOf(tags);
    sentences = List.copyOf(sentences);
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("article %s has no text".formatted(id));
    }
  }

  /** The first version of one. */
  Article(String id, String title, String category, List<String> tags, List<String> sentences) {
    this(id, title, category, tags, sentences, 1);
  }

  String text() {
    return String.join("\n", sentences);
  }
}
