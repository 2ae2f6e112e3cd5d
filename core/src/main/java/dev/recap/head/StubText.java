package dev.recap.head;

import dev.recap.conversation.ToolCall;
import dev.recap.words.CallText;
import dev.recap.words.NamedKeys;
import dev.recap.words.TokenEstimate;
import java.util.List;
import java.util.Locale;

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
  public static String of(ToolCall call, String result, boolean recall, boolean again) {
    List<String> keys = NamedKeys.in(result, NamedKeys.of(call.arguments()), MOST_KEY_TOKENS);
    return String.format(
        Locale.ROOT,
        "[cleared: the result of %s, about %,d tokens%s; %s]",
        CallText.ofShown(call),
        TokenEstimate.of(result),
        keys.isEmpty() ? "" : " with " + String.join(", ", keys),
        recall ? "recall returns it" : again ? "call again if it is needed" : "it is gone");
  }
}
