package dev.recap.head;

import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.words.CallText;
import dev.recap.words.MediaText;
import dev.recap.words.NamedKeys;
import dev.recap.words.TokenEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The line that stands for a result which was cleared. */
public final class StubText {
  /** Twice what the rest of the line has. */
  private static final int MOST_KEY_TOKENS = 40;

  private StubText() {}

  /**
   * What was there, the first keys in it, and how to get it back.
   *
   * @param call as the model made it
   * @param result what it was answered
   * @param recall whether it can be recalled
   * @param again whether the tool may be called again for it: it only looked something up
   */
  public static String of(ToolCall call, ToolResult result, boolean recall, boolean again) {
    String text = result.content();
    String shown = MediaText.of(result.media());
    Set<String> stated = NamedKeys.of(call.arguments() + "\n" + shown);
    List<String> named = new ArrayList<>(NamedKeys.in(text, stated, MOST_KEY_TOKENS));
    if (!shown.isEmpty()) {
      named.add(shown);
    }
    return String.format(
        Locale.ROOT,
        "[cleared: the result of %s, about %,d tokens%s; %s]",
        CallText.of(call, ""),
        TokenEstimate.of(text) + MediaText.tokens(result.media()),
        named.isEmpty() ? "" : " with " + String.join(", ", named),
        recall ? "recall returns it" : again ? "call again if it is needed" : "it is gone");
  }
}
