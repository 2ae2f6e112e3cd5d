package dev.recap.simulator.named;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.simulator.reader.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds in a text the calls that it names, by the exact names of the tools. */
final class CallsNamed {
  /** More calls in one text are not read: each may be followed by an object of any size. */
  static final int MOST = 500;

  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_WORDS = 300;

  /** What may stand between a name and the object that is its input. */
  private static final Pattern OBJECT =
      Words.words(
          "[\\s`'\"*:(=,]{0,12}(?:(?:with|using|the|its|an?|arguments?|input|parameters?|json|and|as)[\\s`'\"*:(=,]{1,12}){0,5}(?=\\{)");

  private final Map<String, JsonNode> schemas;
  private final Pattern names;

  /**
   * For these tools.
   *
   * @param schemas the input schema of each, by name
   */
  CallsNamed(Map<String, JsonNode> schemas) {
    this.schemas = schemas;
    String any =
        schemas.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    this.names = Pattern.compile("(?<![\\p{L}\\p{N}_-])(?:" + any + ")(?![\\p{L}\\p{N}_-])");
  }

  /** The calls, in the order of the text. */
  List<NamedCall> in(String text) {
    List<NamedCall> calls = new ArrayList<>();
    Matcher name = names.matcher(text);
    int from = 0;
    while (calls.size() < MOST && name.find(from)) {
      String tool = name.group();
      Matcher object = OBJECT.matcher(text).region(name.end(), text.length());
      if (object.lookingAt()) {
        from = written(tool, text, object.end(), calls);
      } else {
        from = name.end();
        int end = name.find(from) ? name.start() : text.length();
        unwritten(tool, text.substring(from, Math.min(end, from + MOST_WORDS)), calls);
      }
    }
    return calls;
  }

  /** The names of the tools in a text, each as often as it stands there. */
  List<String> toolsIn(String text) {
    return names.matcher(text).results().limit(MOST).map(found -> found.group()).toList();
  }

  /** Reads an object; gives the place behind it. */
  private static int written(String tool, String text, int open, List<NamedCall> calls) {
    try (JsonParser parser = JSON.createParser(text.substring(open))) {
      ObjectNode input = JSON.readTree(parser);
      calls.add(new NamedCall(tool, "", "", Optional.of(input), ""));
      return open + (int) parser.currentLocation().getCharOffset();
    } catch (JsonProcessingException e) {
      String problem =
          "the JSON behind %s cannot be read: %s".formatted(tool, e.getOriginalMessage());
      calls.add(new NamedCall(tool, "", "", Optional.empty(), problem));
      return open + 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One call, or one for each value where a single field is what they can only be meant for. */
  private void unwritten(String tool, String words, List<NamedCall> calls) {
    JsonNode schema = schemas.getOrDefault(tool, JSON.missingNode());
    List<String> values = SpokenValues.texts(words);
    if (values.size() < 2 || new Inputs(schema, List.of()).onlyText().isEmpty()) {
      calls.add(new NamedCall(tool, words, "", Optional.empty(), ""));
      return;
    }
    values.stream()
        .limit(MOST)
        .forEach(value -> calls.add(new NamedCall(tool, words, value, Optional.empty(), "")));
  }
}
