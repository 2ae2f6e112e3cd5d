package dev.recap.lab.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.conversation.ToolCall;
import dev.recap.journal.Entry;
import dev.recap.journal.Replied;
import dev.recap.model.ToolSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a recorded model was told about its tools: the first of the given lists that has every tool
 * it called, else a spec for each of these with the names of the arguments it used.
 *
 * @param lists each one file's
 */
public record ToolSpecs(List<List<ToolSpec>> lists) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public ToolSpecs {
    lists = lists.stream().map(List::copyOf).toList();
  }

  /**
   * From files that hold an array of {@code {"name", "description", "input_schema"}}.
   *
   * @throws IllegalArgumentException when one does not, naming file and field
   */
  public static ToolSpecs read(List<Path> files) {
    return new ToolSpecs(files.stream().map(ToolSpecs::read).toList());
  }

  private static List<ToolSpec> read(Path file) {
    try {
      return specs(new TraceField("", JSON.readTree(Files.readString(file))));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalArgumentException(file + " is not a list of tools: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the tools in " + file, e);
    }
  }

  /**
   * One list.
   *
   * @throws IllegalArgumentException when it is none, naming the field
   */
  static List<ToolSpec> specs(TraceField array) {
    List<ToolSpec> specs = new ArrayList<>();
    for (TraceField tool : array.elements()) {
      specs.add(
          new ToolSpec(
              tool.at("name").text(),
              tool.at("description").textOrNone(),
              tool.at("input_schema").value().toString()));
    }
    return specs;
  }

  List<ToolSpec> of(List<Entry> entries) {
    Map<String, Set<String>> called = new TreeMap<>();
    for (Entry entry : entries) {
      if (entry instanceof Replied replied) {
        replied.reply().calls().forEach(call -> note(call, called));
      }
    }
    return lists.stream()
        .filter(list -> names(list).containsAll(called.keySet()))
        .findFirst()
        .orElseGet(() -> fromCalls(called));
  }

  private static Set<String> names(List<ToolSpec> list) {
    return list.stream().map(ToolSpec::name).collect(Collectors.toSet());
  }

  private static void note(ToolCall call, Map<String, Set<String>> called) {
    Set<String> arguments = called.computeIfAbsent(call.tool(), tool -> new TreeSet<>());
    try {
      JSON.readTree(call.arguments()).fieldNames().forEachRemaining(arguments::add);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the arguments of call %s are not JSON: %s".formatted(call.id(), e.getOriginalMessage()),
          e);
    }
  }

  /** A name that no spec may have was made up by the model. */
  private static List<ToolSpec> fromCalls(Map<String, Set<String>> called) {
    return called.entrySet().stream()
        .filter(tool -> tool.getKey().matches("[a-zA-Z0-9_-]{1,64}"))
        .map(tool -> new ToolSpec(tool.getKey(), "", schema(tool.getValue())))
        .toList();
  }

  private static String schema(Set<String> arguments) {
    ObjectNode schema = JSON.createObjectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    arguments.forEach(properties::putObject);
    return ((JsonNode) schema).toString();
  }
}
