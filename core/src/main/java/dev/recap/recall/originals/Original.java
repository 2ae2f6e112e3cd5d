package dev.recap.recall.originals;

import dev.recap.conversation.Media;
import dev.recap.words.MediaText;
import dev.recap.work.WorkItem;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Something that was said and no longer stands in the view as it was.
 *
 * @param heading who said it, and for a tool's result in answer to what
 * @param caveat what to know before relying on it; empty for nothing
 * @param text what was said, verbatim and foreign
 * @param items the work it belongs to
 * @param media the images and documents that came with it, which the text names
 */
record Original(
    int turn, String heading, String caveat, String text, Set<WorkItem> items, List<Media> media) {
  /** Text alone. */
  Original(int turn, String heading, String caveat, String text, Set<WorkItem> items) {
    this(turn, heading, caveat, text, items, List.of());
  }

  /** The same with what came with it. */
  Original with(List<Media> shown) {
    String named =
        shown.isEmpty() ? text : "%s\n[with %s]".formatted(text, MediaText.of(shown)).strip();
    return new Original(turn, heading, caveat, named, items, List.copyOf(shown));
  }

  /** The same as about other work. */
  Original about(Set<WorkItem> others) {
    return new Original(turn, heading, caveat, text, others, media);
  }

  /** Whether it belongs to the item with this key or names the key. */
  boolean isAbout(String key) {
    return items.stream().anyMatch(item -> item.key().equalsIgnoreCase(key)) || names(key);
  }

  /** {@code T-1} is neither in {@code T-12} nor in {@code T-1-b}. */
  private boolean names(String key) {
    String alone =
        "(?<![\\p{L}\\p{N}])(?<![\\p{L}\\p{N}][-_])%s(?![-_]?[\\p{L}\\p{N}])"
            .formatted(Pattern.quote(key));
    Pattern pattern = Pattern.compile(alone, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    return pattern.matcher(heading).find() || pattern.matcher(text).find();
  }
}
