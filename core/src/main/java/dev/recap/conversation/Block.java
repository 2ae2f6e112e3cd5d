package dev.recap.conversation;

import java.util.List;
import java.util.stream.Collectors;

/** One piece of a message's content. */
public sealed interface Block permits Text, ToolCall, ToolResult, Opaque {

  /** Those of one kind, in order. */
  static <B extends Block> List<B> only(Class<B> kind, List<Block> content) {
    return content.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** All text blocks, joined by line breaks; empty when there are none. Thinking is not text. */
  static String text(List<Block> content) {
    return only(Text.class, content).stream().map(Text::text).collect(Collectors.joining("\n"));
  }
}
