package dev.recap.words;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;

/**
 * A foreign text, whole, as one line of JSON: an object or array as it is, anything else as a JSON
 * string. A text of several lines could pass for a line of the record.
 */
public final class OneLine {
  static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** What ends a line, turns its direction or cannot be seen. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Zl}\\p{Zp}\\p{Cc}\\p{Cf}\\p{Cs}]");

  /** Where a tag may begin; inside JSON an angle bracket may always be written as an escape. */
  private static final Pattern BRACKET = Pattern.compile("<(?=\\s*/?\\s*\\p{L})|\uff1c");

  private OneLine() {}

  public static String of(String foreign) {
    boolean asItIs = foreign.strip().lines().count() == 1 && isContainer(foreign);
    return asItIs ? escaped(foreign.strip()) : ofText(foreign);
  }

  /** The same, always as a JSON string. */
  public static String ofText(String foreign) {
    return escaped(TextNode.valueOf(foreign).toString());
  }

  private static String escaped(String line) {
    String seen = UNSEEN.matcher(line).replaceAll(found -> escape(found.group()));
    return BRACKET.matcher(seen).replaceAll(found -> escape(found.group()));
  }

  private static boolean isContainer(String text) {
    try {
      return JSON.readTree(text).isContainerNode();
    } catch (JsonProcessingException plainText) {
      return false;
    }
  }

  /** A backslash is doubled for the replacement. */
  private static String escape(String found) {
    return "\\\\u%04x".formatted((int) found.charAt(0));
  }
}
