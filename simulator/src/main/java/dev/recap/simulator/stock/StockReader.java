package dev.recap.simulator.stock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.simulator.AgentMode;
import dev.recap.simulator.Trust;
import dev.recap.simulator.reader.Remembered;
import dev.recap.simulator.reader.Sections;
import dev.recap.simulator.wire.Block;
import dev.recap.simulator.wire.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads calls with results, records, ledger lines, notes and free text about warehouses, by the
 * principles of the reader of tickets: a later statement overrides an earlier one; where the text
 * says that the record is right when it and the notes disagree, notes count less than all else.
 */
final class StockReader {
  private enum Source {
    CALL,
    TEXT,
    NOTE
  }

  private record Said(Statement statement, Source source) {}

  private record Text(List<Said> said, boolean recordWins) {}

  private record Exchange(String tool, JsonNode input, String result, boolean error) {}

  private static final int MOST_REMEMBERED = 4_000;
  private static final Remembered<String, Text> TEXTS =
      new Remembered<>(MOST_REMEMBERED, StockReader::readText);
  private static final Remembered<Exchange, List<Statement>> EXCHANGES =
      new Remembered<>(MOST_REMEMBERED, StockReader::readExchange);

  private final AgentMode mode;
  private final List<Said> all = new ArrayList<>();
  private boolean recordWins;

  private StockReader(AgentMode mode) {
    this.mode = mode;
  }

  /** What a system prompt and messages say to an agent of that mode. */
  static StockPicture read(String system, List<Message> messages, AgentMode mode) {
    StockReader reader = new StockReader(mode);
    reader.text(system, true);
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      if (message.fromUser()) {
        reader.user(message, i == 0 ? Map.of() : calls(messages.get(i - 1)));
      } else if (message.calls().findAny().isEmpty()) {
        // What is said beside a call is intention; the call's result is the evidence.
        message.texts().forEach(text -> reader.text(text, false));
      }
    }
    return new StockPicture(reader.inOrder());
  }

  private void user(Message message, Map<String, Block.Call> calls) {
    for (Block block : message.blocks()) {
      if (block instanceof Block.Text text) {
        text(text.text(), true);
      } else if (block instanceof Block.Result result && calls.containsKey(result.callId())) {
        Block.Call call = calls.get(result.callId());
        EXCHANGES
            .of(new Exchange(call.name(), call.input(), result.text(), result.error()))
            .forEach(statement -> all.add(new Said(statement, Source.CALL)));
      }
    }
  }

  private void text(String text, boolean rules) {
    if (mode.stubborn()) {
      return;
    }
    Text read = TEXTS.of(text);
    recordWins |= rules && read.recordWins();
    all.addAll(read.said());
  }

  private static Text readText(String text) {
    List<Said> said = new ArrayList<>();
    for (Sections.Section section : Sections.of(text)) {
      Source source = section.notes() ? Source.NOTE : Source.TEXT;
      StockText.read(section.text(), WarehouseNames.NOBODY)
          .forEach(statement -> said.add(new Said(statement, source)));
    }
    return new Text(List.copyOf(said), Sections.recordWins(text));
  }

  private static List<Statement> readExchange(Exchange exchange) {
    Block.Call call = new Block.Call("", exchange.tool(), exchange.input(), exchange.input());
    Block.Result result =
        new Block.Result("", exchange.result(), exchange.error(), exchange.input());
    return List.copyOf(StockExchange.read(call, result));
  }

  private List<Statement> inOrder() {
    if (mode.trust() == Trust.SUMMARY) {
      return of(Source.TEXT, Source.NOTE, Source.CALL);
    }
    List<Statement> ordered = new ArrayList<>();
    boolean record = mode.trust() == Trust.LEDGER || recordWins;
    if (record) {
      ordered.addAll(of(Source.NOTE));
    }
    all.stream()
        .filter(said -> !record || said.source() != Source.NOTE)
        .map(Said::statement)
        .forEach(ordered::add);
    return ordered;
  }

  private List<Statement> of(Source... sources) {
    List<Statement> ordered = new ArrayList<>();
    for (Source source : sources) {
      all.stream()
          .filter(said -> said.source() == source)
          .map(Said::statement)
          .forEach(ordered::add);
    }
    return ordered;
  }

  private static Map<String, Block.Call> calls(Message message) {
    Map<String, Block.Call> calls = new HashMap<>();
    message.calls().forEach(call -> calls.put(call.id(), call));
    return calls;
  }
}
