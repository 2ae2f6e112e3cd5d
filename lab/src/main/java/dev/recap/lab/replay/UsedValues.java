package dev.recap.lab.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.conversation.ToolCall;
import dev.recap.journal.Answered;
import dev.recap.journal.Entry;
import dev.recap.journal.Replied;
import dev.recap.journal.UserSaid;
import dev.recap.lab.scenario.WireJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values that the calls of a recorded run took from earlier: text and number leaves of their
 * arguments that had stood verbatim in a tool's result or in what the user said. A value that the
 * instructions or the tools' specs name is left out, because no policy can lose it.
 *
 * @param byTurn the calls that used such values, by the number of their turn
 */
record UsedValues(Map<Integer, List<Use>> byTurn) {
  /**
   * One call.
   *
   * @param values each one once
   */
  record Use(ToolCall call, List<String> values) {}

  /**
   * Of one run.
   *
   * @param shortest characters or digits that a value has at least
   */
  static UsedValues of(RecordedRun run, int shortest, Occurrences occurrences) {
    String fixed = fixed(run);
    List<String> before = new ArrayList<>();
    Map<Integer, List<Use>> byTurn = new HashMap<>();
    for (Entry entry : run.entries()) {
      switch (entry) {
        case UserSaid said -> before.add(said.text());
        case Answered answered -> before.add(answered.result().content());
        case Replied replied -> {
          List<Use> uses = new ArrayList<>();
          for (ToolCall call : replied.reply().calls()) {
            List<String> values =
                leaves(call).stream()
                    .filter(value -> value.length() >= shortest)
                    .filter(value -> !occurrences.in(fixed, value))
                    .filter(value -> before.stream().anyMatch(t -> occurrences.in(t, value)))
                    .toList();
            uses.add(new Use(call, values));
          }
          uses.removeIf(use -> use.values().isEmpty());
          byTurn.put(replied.turn(), uses);
        }
        default -> {}
      }
    }
    return new UsedValues(byTurn);
  }

  List<Use> in(int turn) {
    return byTurn.getOrDefault(turn, List.of());
  }

  private static String fixed(RecordedRun run) {
    return run.tools().stream()
        .map(tool -> tool.description() + "\n" + tool.inputSchema())
        .collect(Collectors.joining("\n", run.instructions() + "\n", ""));
  }

  /** All texts and numbers in the arguments that are not blank, each one once. */
  static Set<String> leaves(ToolCall call) {
    Set<String> leaves = new LinkedHashSet<>();
    collect(WireJson.read(call.arguments()), leaves);
    return leaves;
  }

  private static void collect(JsonNode node, Set<String> leaves) {
    if ((node.isTextual() || node.isNumber()) && !node.asText().isBlank()) {
      leaves.add(node.asText().strip());
    }
    node.forEach(child -> collect(child, leaves));
  }
}
