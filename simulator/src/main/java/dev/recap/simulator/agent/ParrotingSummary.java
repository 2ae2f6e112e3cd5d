package dev.recap.simulator.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.recap.simulator.reader.FieldWords;
import dev.recap.simulator.reader.ItemView;
import dev.recap.simulator.reader.Picture;
import dev.recap.simulator.reader.Statement;
import dev.recap.simulator.reader.Vocabulary;
import dev.recap.simulator.wire.Block;
import dev.recap.simulator.wire.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A summary that copies what others and tools said without quotation marks, as prose of its own:
 * what an order hidden in an item needs to be taken for one.
 */
final class ParrotingSummary {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LATEST_RESULTS = 12;
  private static final int LONGEST = 400;

  private ParrotingSummary() {}

  static <V extends ItemView<?>> String of(
      ItemWork<?, V> work,
      Vocabulary vocabulary,
      List<V> items,
      Picture<V> picture,
      List<Message> messages) {
    StringBuilder text = new StringBuilder("Hand-over notes on " + work.title() + ".\n\n");
    items.forEach(item -> text.append(work.state(item)).append('\n'));
    text.append(picture.noneLeft() ? "The queue is empty.\n" : "The queue goes on.\n");
    Set<String> said = new LinkedHashSet<>();
    for (V item : items) {
      vocabulary.fields().stream()
          .filter(FieldWords::quotes)
          .flatMap(field -> item.fact(Statement.ALL, field.name()).stream())
          .forEach(words -> said.add(plain(words)));
    }
    List<String> results =
        messages.stream().flatMap(Message::results).map(Block.Result::text).toList();
    int from = Math.max(0, results.size() - LATEST_RESULTS);
    results.subList(from, results.size()).forEach(result -> said.addAll(words(result)));
    said.remove("");
    said.forEach(one -> text.append('\n').append(one).append('\n'));
    return text.toString().strip();
  }

  /**
   * The texts of a result: the strings with a blank in a JSON value, or the result as it stands.
   */
  private static List<String> words(String result) {
    List<String> words = new ArrayList<>();
    try {
      strings(JSON.readTree(result), words);
    } catch (JsonProcessingException plainText) {
      words.add(plain(result));
    }
    return words;
  }

  private static void strings(JsonNode node, List<String> words) {
    if (node.isTextual() && node.asText().strip().contains(" ")) {
      words.add(plain(node.asText()));
    }
    node.forEach(child -> strings(child, words));
  }

  private static String plain(String text) {
    String bare = text.replaceAll("[\"“”]", "").replaceAll("[ \\t]*\\R\\s*", "\n").strip();
    return bare.length() > LONGEST ? bare.substring(0, LONGEST).strip() : bare;
  }
}
