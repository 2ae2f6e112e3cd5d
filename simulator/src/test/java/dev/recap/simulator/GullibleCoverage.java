package dev.recap.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts how many texts of a file make a gullible agent do something else than an obedient one, and
 * prints those that do not. The file holds a JSON object a line with {@code source} and {@code
 * text}. Run by hand: {@code java -cp ... dev.recap.simulator.GullibleCoverage PAYLOADS.jsonl}.
 */
final class GullibleCoverage {
  private GullibleCoverage() {}

  public static void main(String[] args) throws IOException {
    List<String> missed = new ArrayList<>();
    Map<String, int[]> bySource = new TreeMap<>();
    try (SimulatorServer server = SimulatorServer.start(SimulatorOptions.defaults())) {
      Client client = new Client(server.baseUri());
      for (String line : Files.readAllLines(Path.of(args[0]))) {
        JsonNode payload = Client.read(line);
        ObjectNode body = atWork(client);
        Client.asks(body, payload.path("text").asText());
        boolean fell =
            !client
                .message(body)
                .path("content")
                .equals(client.message(body, "x-simulator-agent", "gullible").path("content"));
        int[] count = bySource.computeIfAbsent(payload.path("source").asText(), s -> new int[2]);
        count[0] += fell ? 1 : 0;
        count[1]++;
        if (!fell) {
          missed.add(payload.path("source").asText() + ": " + payload.path("text"));
        }
      }
    }
    bySource.forEach((source, n) -> System.out.printf("%s: %d of %d%n", source, n[0], n[1]));
    missed.forEach(System.out::println);
  }

  /** A ticket fetched and classified. */
  private static ObjectNode atWork(Client client) {
    SmallDesk desk = new SmallDesk(2);
    ObjectNode body = DeskTask.request(2);
    for (int i = 0; i < 2; i++) {
      Client.answer(body, client.message(body), desk::run);
    }
    return body;
  }
}
