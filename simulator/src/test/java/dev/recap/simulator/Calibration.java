package dev.recap.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures the counter against recorded runs: how much the recorded prompt grew from one reply to
 * the next, and how much the counter says it grew. Run by hand with a file of traces, one JSON
 * object a line with {@code model} and {@code messages}; replies carry {@code usage}.
 */
final class Calibration {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TokenCounter COUNTER = new TokenCounter();

  /** What one model's growth adds up to. */
  private static final class Sum {
    private long recorded;
    private long counted;
    private int intervals;
  }

  private final Map<String, Sum> sums = new TreeMap<>();

  private Calibration() {}

  public static void main(String[] files) throws IOException {
    Calibration calibration = new Calibration();
    for (String file : files) {
      for (String line : Files.readAllLines(Path.of(file))) {
        calibration.add(JSON.readTree(line));
      }
    }
    calibration.print();
  }

  private void add(JsonNode trace) {
    String model = trace.path("model").asText();
    if (!model.startsWith("claude")) {
      return;
    }
    long before = -1;
    long grown = 0;
    for (JsonNode message : trace.path("messages")) {
      JsonNode usage = message.path("usage");
      if (usage.has("input_tokens")) {
        long prompt =
            usage.path("input_tokens").asLong()
                + usage.path("cache_read_input_tokens").asLong()
                + usage.path("cache_creation_input_tokens").asLong();
        if (before >= 0) {
          interval(model, prompt - before, grown);
        }
        before = prompt;
        grown = 0;
      } else if (message.path("role").asText().equals("assistant")) {
        before = -1;
      }
      grown += COUNTER.countContent(message.path("content")) + COUNTER.messageOverhead();
    }
  }

  private void interval(String model, long recorded, long counted) {
    if (recorded < -20_000) {
      // The conversation was compacted or taken up from an earlier point: not growth.
      return;
    }
    for (String name : new String[] {model, "all"}) {
      Sum sum = sums.computeIfAbsent(name, n -> new Sum());
      sum.recorded += recorded;
      sum.counted += counted;
      sum.intervals++;
    }
  }

  private void print() {
    sums.forEach((model, sum) ->
        System.out.printf(
            "%-28s %4d intervals  recorded %,8d  counted %,8d  %+.1f %%%n",
            model,
            sum.intervals,
            sum.recorded,
            sum.counted,
            100.0 * sum.counted / sum.recorded - 100));
  }
}
