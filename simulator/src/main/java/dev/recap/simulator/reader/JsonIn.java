package dev.recap.simulator.reader;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text and the JSON objects that stand in it.
 *
 * @param text the text with a mark for each object, its index between two signs
 * @param objects the objects, in order; those inside an array are listed one by one
 */
public record JsonIn(String text, List<JsonNode> objects) {
  static final Pattern MARK = Pattern.compile("\uE000(\\d{1,9})\uE001");
  private static final JsonMapper JSON = new JsonMapper();

  /** Reads a text. */
  public static JsonIn of(String text) {
    if (text.indexOf('{') < 0) {
      return new JsonIn(without(text), List.of());
    }
    List<JsonNode> objects = new ArrayList<>();
    StringBuilder kept = new StringBuilder();
    int from = 0;
    while (from < text.length()) {
      int open = text.indexOf('{', from);
      if (open < 0) {
        break;
      }
      kept.append(without(text.substring(from, open)));
      int end = end(text, open, objects);
      kept.append(end == open ? "{" : " \uE000" + (objects.size() - 1) + "\uE001 ");
      from = Math.max(end, open + 1);
    }
    kept.append(without(text.substring(Math.min(from, text.length()))));
    return new JsonIn(kept.toString(), List.copyOf(objects));
  }

  /** A text without what looks like a mark. */
  private static String without(String text) {
    return MARK.matcher(text).replaceAll(" ");
  }

  /** The text without marks. */
  public String bare() {
    return without(text);
  }

  /** The end of the object that begins at a place, or that place if none does. */
  private static int end(String text, int open, List<JsonNode> objects) {
    try (StringReader reader = new StringReader(text)) {
      // Skipping costs nothing, where a substring for every brace would copy the text each time.
      reader.skip(open);
      JsonParser parser = JSON.createParser(reader);
      JsonNode node = JSON.readTree(parser);
      if (node == null || !node.isObject()) {
        return open;
      }
      objects.add(node);
      return open + (int) parser.currentLocation().getCharOffset();
    } catch (IOException e) {
      // A brace in prose: it is left where it stands and read as text.
      return open;
    }
  }
}
