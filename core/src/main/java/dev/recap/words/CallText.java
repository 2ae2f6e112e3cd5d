package dev.recap.words;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.conversation.ToolCall;
import java.util.Map;
import java.util.StringJoiner;

/** A call in a few words: the tool and short forms of its arguments, safe to state in a line. */
public final class CallText {
  private static final int MAX_ARGUMENT = 40;

  private CallText() {}

  /** Of a call that is in view itself, so that what is long need not be said again. */
  public static String ofShown(ToolCall call) {
    return of(call, "", false);
  }

  /**
   * Such as {@code set_priority (priority high)}.
   *
   * @param known a value that need not be said again; empty for none
   */
  public static String of(ToolCall call, String known) {
    return of(call, known, true);
  }

  private static String of(ToolCall call, String known, boolean longKeys) {
    StringJoiner values = new StringJoiner(", ", " (", ")").setEmptyValue("");
    for (Map.Entry<String, JsonNode> argument : arguments(call)) {
      if (known.isEmpty() || !argument.getValue().asText().equals(known)) {
        values.add(plain(argument.getKey()) + " " + value(argument.getValue(), longKeys));
      }
    }
    return call.tool() + values;
  }

  private static String value(JsonNode value, boolean longKeys) {
    String text = value.isTextual() ? value.asText() : value.toString();
    if (text.length() <= MAX_ARGUMENT) {
      return plain(text);
    }
    return longKeys && NamedKeys.isOne(text) ? text : text.length() + " characters";
  }

  /** A model chooses the names of arguments, too, where a tool takes any. */
  private static String plain(String text) {
    return text.matches("[\\p{L}\\p{N}._:-]+") ? text : Quote.of(text, MAX_ARGUMENT);
  }

  private static Iterable<Map.Entry<String, JsonNode>> arguments(ToolCall call) {
    try {
      return OneLine.JSON.readTree(call.arguments()).properties();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "call %s ran with arguments that are not JSON".formatted(call.id()), e);
    }
  }
}
