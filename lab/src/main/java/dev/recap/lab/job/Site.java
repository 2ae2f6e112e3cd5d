package dev.recap.lab.job;

import dev.recap.agent.Check;
import dev.recap.lab.count.CallRules;
import dev.recap.lab.count.ExecutedCall;
import dev.recap.tool.Toolbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One place of work, for one run: its tools, and what stands there afterwards. */
public interface Site extends AutoCloseable {

  /** The words that every strategy shares. */
  Words words();

  Toolbox toolbox();

  /** What nobody has begun, in words; empty when all has been. */
  Optional<String> waiting();

  /** What must hold before a final answer counts. */
  default List<Check> checks() {
    return List.of(ledger -> waiting(), Check.everyItemClosed());
  }

  Progress progress();

  /** What its tools do, for counting. */
  CallRules rules();

  /** What the tools wrote, in the order in which it took effect. */
  List<ExecutedCall> calls();

  /** What is stored, by the name of the thing: two runs did the same when these are equal. */
  Map<String, String> state();

  @Override
  void close();

  /**
   * The words that every strategy shares.
   *
   * @param summaryPrompt what the tutorial asks its summary with
   */
  record Words(String task, String summaryPrompt) {}

  /**
   * How far the work has got.
   *
   * @param usualTurns turns that the whole work takes when nothing goes wrong
   */
  record Progress(int completed, int items, int usualTurns) {
    public boolean complete() {
      return completed == items;
    }
  }
}
