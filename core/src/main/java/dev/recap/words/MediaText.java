package dev.recap.words;

import dev.recap.conversation.Media;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Images and documents in words. */
public final class MediaText {
  private MediaText() {}

  /** What one is, with its name as a JSON string: it may be foreign. */
  public static String of(Media media) {
    return String.format(
        Locale.ROOT,
        "%s %s (%s, %,d bytes)",
        media.isImage() ? "image" : "document",
        OneLine.ofText(media.name()),
        media.type(),
        media.size());
  }

  /** The same of several, in one line. */
  public static String of(List<Media> media) {
    return media.stream().map(MediaText::of).collect(Collectors.joining(", "));
  }

  /** A text and, on a line of its own, what is no longer beside it; the same text for nothing. */
  public static String without(List<Media> media, String text) {
    return media.isEmpty()
        ? text
        : "%s%s[no longer shown: %s]".formatted(text, text.isEmpty() ? "" : "\n", of(media));
  }

  /** Estimated tokens of them. */
  public static int tokens(List<Media> media) {
    return media.stream().mapToInt(each -> each.tokens() + TokenEstimate.BLOCK_OVERHEAD).sum();
  }
}
