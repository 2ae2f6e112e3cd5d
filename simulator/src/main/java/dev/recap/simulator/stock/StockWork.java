package dev.recap.simulator.stock;

import dev.recap.simulator.AgentMode;
import dev.recap.simulator.agent.Step;
import dev.recap.simulator.agent.SummaryAsk;
import dev.recap.simulator.agent.Told;
import dev.recap.simulator.agent.Work;
import dev.recap.simulator.agent.WorkInView;
import dev.recap.simulator.reader.Picture;
import dev.recap.simulator.reader.Words;
import dev.recap.simulator.wire.Block;
import dev.recap.simulator.wire.Message;
import dev.recap.simulator.wire.MessagesRequest;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A stock count over warehouses, the agent's second kind of work. A request is about it if it has
 * one of its tools; or, if it has none of the tickets' tools, a call of one or a task of that kind.
 */
public final class StockWork implements Work {
  private static final Pattern TASK =
      Words.words(
          "\\b(?:work|count|go|take|process|continue|carry on|fetch|sign off)\\w*\\b[^\\n]{0,80}\\bwarehouses?\\b"
              + "|\\bget_next_warehouse\\b|\\bstock count\\b|\\bwarehouses? (?:is|are) waiting\\b");

  @Override
  public boolean meantBy(MessagesRequest request) {
    if (Arrays.stream(StockStep.values()).anyMatch(s -> request.tool(s.tool()).isPresent())) {
      return true;
    }
    if (Arrays.stream(Step.values()).anyMatch(s -> request.tool(s.tool()).isPresent())) {
      return false;
    }
    List<String> called =
        request.messages().stream().flatMap(Message::calls).map(Block.Call::name).toList();
    return called.isEmpty()
        ? taskGiven(request)
        : called.stream().anyMatch(name -> StockStep.ofTool(name).isPresent());
  }

  @Override
  public WorkInView read(MessagesRequest request, AgentMode mode) {
    return new StockInView(request, picture(request, request.messages(), mode));
  }

  @Override
  public Told tell(MessagesRequest request, SummaryAsk ask) {
    Picture<WarehouseView> picture = picture(request, ask.messages(), AgentMode.obedient());
    return new StockTold(ask, picture, taskGiven(request));
  }

  private static Picture<WarehouseView> picture(
      MessagesRequest request, List<Message> messages, AgentMode mode) {
    return new Picture<>(
        StockWords.READER.read(request.system(), messages, mode), WarehouseView::new);
  }

  /** Whether a tool takes a step of a stock count. */
  public static boolean knows(String tool) {
    return StockStep.ofTool(tool).isPresent();
  }

  /** Whether anybody asked for work on warehouses. */
  static boolean taskGiven(MessagesRequest request) {
    return Stream.concat(
            Stream.of(request.system()),
            request.messages().stream().filter(Message::fromUser).flatMap(Message::texts))
        .anyMatch(text -> TASK.matcher(text).find());
  }
}
