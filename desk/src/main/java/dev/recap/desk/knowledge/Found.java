package dev.recap.desk.knowledge;

import dev.recap.desk.ticket.Category;

/**
 * An article that a search found.
 *
 * @param snippet the passage that fits the question best, in whole words, at most {@value
 *     Passage#MAX_CHARACTERS} characters
 */
public record Found(String id, String title, Category category, String snippet) {}
