package dev.recap.anthropic;

import dev.recap.conversation.Block;
import dev.recap.conversation.Media;
import dev.recap.conversation.Message;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.model.ModelRequest;
import dev.recap.model.ModelRequest.Breakpoint;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses the blocks of a request's messages after which the prompt cache may be written. */
final class CacheMarks {
  /** Marks in one request, the fixed one included; source: the vendor's prompt caching guide. */
  static final int MAXIMUM = 4;

  private static final Comparator<Breakpoint> LATEST_FIRST =
      Comparator.comparingInt(Breakpoint::message).thenComparingInt(Breakpoint::block).reversed();

  private CacheMarks() {}

  /**
   * The request's breakpoints as they can be sent: each moved back to a block that can carry a
   * mark, and the latest of them when there are too many.
   */
  static Set<Breakpoint> in(ModelRequest request) {
    boolean fixedMark = !request.tools().isEmpty() || !request.instructions().isBlank();
    return request.breakpoints().stream()
        .flatMap(at -> nearest(request.messages(), at).stream())
        .distinct()
        .sorted(LATEST_FIRST)
        .limit(fixedMark ? MAXIMUM - 1 : MAXIMUM)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Breakpoint> nearest(List<Message> messages, Breakpoint at) {
    int block = at.block();
    for (int message = at.message(); message >= 0; message--) {
      List<Block> content = messages.get(message).content();
      for (int i = Math.min(block, content.size() - 1); i >= 0; i--) {
        if (carriesMark(content.get(i))) {
          return Optional.of(new Breakpoint(message, i));
        }
      }
      block = Integer.MAX_VALUE;
    }
    return Optional.empty();
  }

  /** Thinking cannot be marked; no other opaque block is touched either, nor an empty text. */
  private static boolean carriesMark(Block block) {
    return switch (block) {
      case Text(var text) -> !text.isBlank();
      case Media media -> true;
      case ToolCall call -> true;
      case ToolResult result -> true;
      case Opaque opaque -> false;
    };
  }
}
