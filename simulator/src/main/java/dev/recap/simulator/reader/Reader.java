package dev.recap.simulator.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.simulator.Trust;
import dev.recap.simulator.wire.Block;
import dev.recap.simulator.wire.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The one reader of tool calls with results, records, ledger lines, notes, stubs and free text.
 *
 * <p>A later statement overrides an earlier one. Only where the text itself says that the record is
 * right when it and the notes disagree, notes count less than everything else; an agent with a
 * trust of its own puts its choice in the place of the text's.
 */
public final class Reader {
  /**
   * How an agent reads.
   *
   * @param freeText whether it believes anything but calls with their results
   * @param trust whom it believes where a record and notes disagree
   * @param refunds whether there is a tool that issues refunds
   */
  public record Manner(boolean freeText, Trust trust, boolean refunds) {}

  private enum Source {
    CALL,
    TEXT,
    NOTE
  }

  private record Said(Statement statement, Source source) {}

  /** A text as it was read, and whether it says that the record is right. */
  private record Text(List<Said> said, boolean recordWins) {}

  /** A call with its result: what it says depends on nothing else. */
  private record Exchange(String tool, JsonNode input, String result, boolean error) {}

  private static final int MOST_REMEMBERED = 4_000;
  private static final Remembered<String, Text> TEXTS =
      new Remembered<>(MOST_REMEMBERED, Reader::readText);
  private static final Remembered<Exchange, List<Statement>> EXCHANGES =
      new Remembered<>(MOST_REMEMBERED, Reader::readExchange);

  private final Manner manner;
  private final List<Said> all = new ArrayList<>();
  private boolean recordWins;

  private Reader(Manner manner) {
    this.manner = manner;
  }

  /** What a system prompt and messages say, taken together. */
  public static Picture read(String system, List<Message> messages, Manner manner) {
    Reader reader = new Reader(manner);
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
    return new Picture(reader.inOrder(), manner.refunds());
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
    if (!manner.freeText()) {
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
      TextReader.read(section.text(), Subject.NOBODY)
          .forEach(statement -> said.add(new Said(statement, source)));
    }
    return new Text(List.copyOf(said), Sections.recordWins(text));
  }

  private static List<Statement> readExchange(Exchange exchange) {
    Block.Call call = new Block.Call("", exchange.tool(), exchange.input(), exchange.input());
    Block.Result result =
        new Block.Result("", exchange.result(), exchange.error(), exchange.input());
    return List.copyOf(CallReader.read(call, result));
  }

  private List<Statement> inOrder() {
    List<Statement> ordered = new ArrayList<>(all.size());
    if (manner.trust() == Trust.SUMMARY) {
      from(Source.TEXT, ordered);
      from(Source.NOTE, ordered);
      from(Source.CALL, ordered);
      return ordered;
    }
    boolean record = manner.trust() == Trust.LEDGER || recordWins;
    if (record) {
      from(Source.NOTE, ordered);
    }
    all.stream()
        .filter(said -> !record || said.source() != Source.NOTE)
        .map(Said::statement)
        .forEach(ordered::add);
    return ordered;
  }

  private void from(Source source, List<Statement> ordered) {
    all.stream().filter(said -> said.source() == source).map(Said::statement).forEach(ordered::add);
  }

  private static Map<String, Block.Call> calls(Message message) {
    Map<String, Block.Call> calls = new HashMap<>();
    message.calls().forEach(call -> calls.put(call.id(), call));
    return calls;
  }
}
