package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent does next after states in many shapes, and after the same told otherwise. */
class StructuresTest extends ServedTest {

  static Stream<Arguments> structures() throws IOException {
    try (var file = StructuresTest.class.getResourceAsStream("structures.txt")) {
      String all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("(?m)^== ", -1)).skip(1).map(StructuresTest::structure);
    }
  }

  private static Arguments structure(String lines) {
    String[] titleAndText = lines.split("\n", 2);
    String[] nameAndCall = titleAndText[0].split(" -> ", 2);
    return Arguments.of(nameAndCall[0], titleAndText[1].strip(), nameAndCall[1]);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("structures")
  void whatAStructureSaysIsDone(String name, String text, String call) {
    assertThat(next(name.startsWith("stock"), text)).isEqualTo(call);
  }

  private String next(boolean stock, String text) {
    ArrayNode tools = stock ? SmallStock.tools() : DeskTask.tools();
    String task = stock ? SmallStock.TASK : DeskTask.TASK.formatted(9);
    ObjectNode body = Client.request(tools, task, text);
    for (JsonNode made : Client.calls(client.message(body))) {
      JsonNode input = made.path("input");
      return Stream.of(
              made.path("name").asText(),
              input.path("ticket_id").asText(),
              input.path("warehouse_id").asText(),
              input.path("sku").asText())
          .filter(word -> !word.isEmpty())
          .reduce((a, b) -> a + " " + b)
          .orElseThrow();
    }
    return "no call";
  }
}
