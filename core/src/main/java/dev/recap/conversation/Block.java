package dev.recap.conversation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** One piece of a message's content. */
public sealed interface Block permits Text, Media, ToolCall, ToolResult, Opaque {

  /** Those of one kind, in order. */
  static <B extends Block> List<B> only(Class<B> kind, List<Block> content) {
    List<B> some = new ArrayList<>(content.size());
    for (Block block : content) {
      if (kind.isInstance(block)) {
        some.add(kind.cast(block));
      }
    }
    return Collections.unmodifiableList(some);
  }

  /** All text blocks, joined by line breaks; empty when there are none. Thinking is not text. */
  static String text(List<Block> content) {
    return only(Text.class, content).stream().map(Text::text).collect(Collectors.joining("\n"));
  }
}
