package dev.recap.lab.replay;

import dev.recap.compaction.Compaction;
import dev.recap.compaction.Fold;
import dev.recap.compaction.Stage;
import dev.recap.conversation.ToolCall;
import dev.recap.journal.Entry;
import dev.recap.model.ToolSpec;
import dev.recap.projection.View;
import dev.recap.recall.RecallQuery;
import dev.recap.recall.originals.Recall;
import java.util.List;
import java.util.StringJoiner;

/**
 * Asks recall by a fixed rule, where a model would ask in its own words: one question for a call,
 * made of the words of the tool's name, of the call's other arguments that are in view, and of what
 * else of the missing ones still is: of a path, the folders that are named elsewhere.
 */
final class Recalling {
  /** Of a value, so that a path has room. */
  static final int MAX_WORD = 160;

  private Recalling() {}

  /** The tool that a model must have been told of to ask; none where nothing is ever dropped. */
  static List<ToolSpec> tool(Compaction compaction) {
    boolean drops = compaction.stages().stream().anyMatch(Recalling::drops);
    return drops ? Recall.toolbox().specs() : List.of();
  }

  private static boolean drops(Stage stage) {
    return !(stage instanceof Fold);
  }

  /**
   * What recall says.
   *
   * @param inView values of the call that are in view, and words of the others that are
   */
  static String answer(ToolCall call, List<String> inView, List<Entry> entries, View view) {
    StringJoiner words = new StringJoiner(" ");
    words.add(call.tool().replace('_', ' '));
    inView.stream().filter(value -> value.length() <= MAX_WORD).forEach(words::add);
    return Recall.answer(entries, view, RecallQuery.words(words.toString()));
  }
}
