package dev.recap.agent;

import dev.recap.model.ModelException;
import dev.recap.model.ModelException.Category;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells by its words that a failure means a prompt which is too long, whoever wrote the model: one
 * that does not tell its failures apart, or that throws what its own library throws, is helped by a
 * compaction like any other.
 *
 * @param words the caller's, besides those that are known; they count whatever the category
 */
record Overflow(List<String> words) {
  /** As which an adapter that knows no better may have said so. */
  private static final Set<Category> OPEN =
      EnumSet.of(Category.INVALID_REQUEST, Category.PROVIDER, Category.INVALID_REPLY);

  Overflow {
    words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  boolean isToldBy(RuntimeException failure) {
    Category known = failure instanceof ModelException e ? e.category() : Category.PROVIDER;
    String said = String.valueOf(failure.getMessage());
    return known == Category.WINDOW_OVERFLOW
        || (OPEN.contains(known) && ModelException.tellsOverflow(0, said))
        || words.stream().anyMatch(said.toLowerCase(Locale.ROOT)::contains);
  }
}
