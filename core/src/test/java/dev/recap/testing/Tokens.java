package dev.recap.testing;

import dev.recap.conversation.Block;
import dev.recap.conversation.Media;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.model.ModelRequest;
import dev.recap.words.MediaText;
import dev.recap.words.TokenEstimate;
import java.util.List;

/** What a request has as the tests' models count it: the library's estimate and a fifth more. */
public final class Tokens {
  public static final double PER_ESTIMATED = 1.2;
  private static final int BLOCK = 6;

  private Tokens() {}

  public static long of(ModelRequest request) {
    long tokens = TokenEstimate.of(request.instructions());
    for (var tool : request.tools()) {
      tokens += TokenEstimate.of(tool.name() + " " + tool.description() + tool.inputSchema());
    }
    for (var message : request.messages()) {
      for (Block block : message.content()) {
        tokens += BLOCK + TokenEstimate.of(text(block)) + MediaText.tokens(media(block));
      }
    }
    return Math.round(tokens * PER_ESTIMATED);
  }

  private static String text(Block block) {
    return switch (block) {
      case Text text -> text.text();
      case ToolCall call -> call.tool() + " " + call.arguments();
      case ToolResult result -> result.content();
      case Opaque opaque -> opaque.json();
      case Media media -> "";
    };
  }

  private static List<Media> media(Block block) {
    return switch (block) {
      case Media media -> List.of(media);
      case ToolResult result -> result.media();
      case Text text -> List.of();
      case ToolCall call -> List.of();
      case Opaque opaque -> List.of();
    };
  }
}
