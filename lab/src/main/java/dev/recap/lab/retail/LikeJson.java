package dev.recap.lab.retail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether two texts say the same as JSON: the order of fields, white space and the spelling of
 * numbers do not count. A field that is null is as good as one that is not there.
 */
final class LikeJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private LikeJson() {}

  /** The object that a text is, if it is one. */
  static Optional<ObjectNode> object(String text) {
    return parsed(text).filter(JsonNode::isObject).map(ObjectNode.class::cast);
  }

  /** Where two texts first differ, in words; empty when they say the same. */
  static Optional<String> difference(String recorded, String here) {
    Optional<JsonNode> was = parsed(recorded);
    Optional<JsonNode> is = parsed(here);
    if (was.isPresent() && is.isPresent()) {
      return difference(was.get(), is.get());
    }
    return recorded.equals(here) ? Optional.empty() : told("the text", recorded, here);
  }

  /** The same of values. */
  static Optional<String> difference(JsonNode recorded, JsonNode here) {
    return difference("", recorded, here);
  }

  private static Optional<String> difference(String path, JsonNode recorded, JsonNode here) {
    if (recorded.isObject() && here.isObject()) {
      Set<String> names = new TreeSet<>();
      recorded.fieldNames().forEachRemaining(names::add);
      here.fieldNames().forEachRemaining(names::add);
      return names.stream()
          .flatMap(name ->
              difference(
                  path.isEmpty() ? name : path + "." + name, recorded.path(name), here.path(name))
                  .stream())
          .findFirst();
    }
    if (recorded.isArray() && here.isArray() && recorded.size() == here.size()) {
      for (int i = 0; i < here.size(); i++) {
        Optional<String> found =
            difference("%s[%d]".formatted(path, i), recorded.get(i), here.get(i));
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    return alike(recorded, here)
        ? Optional.empty()
        : told(path.isEmpty() ? "the value" : path, brief(recorded), brief(here));
  }

  private static boolean alike(JsonNode a, JsonNode b) {
    boolean bothNothing = isNothing(a) && isNothing(b);
    boolean sameNumber =
        a.isNumber() && b.isNumber() && Double.compare(a.asDouble(), b.asDouble()) == 0;
    return bothNothing || sameNumber || a.equals(b);
  }

  private static boolean isNothing(JsonNode value) {
    return value.isNull() || value.isMissingNode();
  }

  private static String brief(JsonNode value) {
    return isNothing(value) ? "nothing" : value.toString();
  }

  private static Optional<String> told(String where, String recorded, String here) {
    return Optional.of(
        "%s was recorded as %s, but is %s".formatted(where, cut(recorded), cut(here)));
  }

  private static String cut(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }

  private static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.of(JSON.readTree(text)).filter(json -> !json.isMissingNode());
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }
}
