package dev.recap.simulator.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.simulator.AgentMode;
import dev.recap.simulator.Trust;
import dev.recap.simulator.wire.Block;
import dev.recap.simulator.wire.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The one reader of tool calls with results, records, ledger lines, notes, stubs and free text,
 * whatever the work is. Safe for use by several threads.
 *
 * <p>A later statement overrides an earlier one. Only where the text itself says that the record is
 * right when it and the notes disagree, notes count less than everything else; an agent with a
 * trust of its own puts its choice in the place of the text's.
 */
public final class Reader {
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

  private final Vocabulary vocabulary;
  private final Remembered<String, Text> texts;
  private final Remembered<Exchange, List<Statement>> exchanges;

  /** With these words. */
  public Reader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.texts = new Remembered<>(MOST_REMEMBERED, words -> text(words, vocabulary));
    this.exchanges = new Remembered<>(MOST_REMEMBERED, exchange -> exchange(exchange, vocabulary));
  }

  /** The words it knows. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  private static Text text(String words, Vocabulary vocabulary) {
    List<Said> said = new ArrayList<>();
    for (Sections.Section section : Sections.of(words)) {
      Source source = section.notes() ? Source.NOTE : Source.TEXT;
      TextReader.read(section.text(), Subject.NOBODY, vocabulary)
          .forEach(statement -> said.add(new Said(statement, source)));
    }
    return new Text(List.copyOf(said), Sections.recordWins(words));
  }

  private static List<Statement> exchange(Exchange exchange, Vocabulary vocabulary) {
    JsonNode input = exchange.input();
    return CallReader.read(
        new Block.Call("", exchange.tool(), input, input),
        new Block.Result("", exchange.result(), exchange.error(), input),
        vocabulary);
  }

  /** What a system prompt and messages say to an agent of that mode, in the order it counts. */
  public List<Statement> read(String system, List<Message> messages, AgentMode mode) {
    Reading reading = new Reading(!mode.stubborn());
    reading.text(system, true);
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      if (message.fromUser()) {
        reading.user(message, i == 0 ? Map.of() : calls(messages.get(i - 1)));
      } else if (message.calls().findAny().isEmpty()) {
        // What is said beside a call is intention; the call's result is the evidence.
        message.texts().forEach(text -> reading.text(text, false));
      }
    }
    return reading.inOrder(mode.trust());
  }

  private static Map<String, Block.Call> calls(Message message) {
    Map<String, Block.Call> calls = new HashMap<>();
    message.calls().forEach(call -> calls.put(call.id(), call));
    return calls;
  }

  /** One request as it is read. */
  private final class Reading {
    private final boolean freeText;
    private final List<Said> all = new ArrayList<>();
    private boolean recordWins;

    Reading(boolean freeText) {
      this.freeText = freeText;
    }

    void user(Message message, Map<String, Block.Call> calls) {
      for (Block block : message.blocks()) {
        if (block instanceof Block.Text text) {
          text(text.text(), true);
        } else if (block instanceof Block.Result result && calls.containsKey(result.callId())) {
          Block.Call call = calls.get(result.callId());
          exchanges
              .of(new Exchange(call.name(), call.input(), result.text(), result.error()))
              .forEach(statement -> all.add(new Said(statement, Source.CALL)));
        }
      }
    }

    void text(String text, boolean rules) {
      if (freeText) {
        Text read = texts.of(text);
        recordWins |= rules && read.recordWins();
        all.addAll(read.said());
      }
    }

    List<Statement> inOrder(Trust trust) {
      if (trust == Trust.SUMMARY) {
        return of(List.of(Source.TEXT), List.of(Source.NOTE), List.of(Source.CALL));
      }
      return trust == Trust.LEDGER || recordWins
          ? of(List.of(Source.NOTE), List.of(Source.TEXT, Source.CALL))
          : of(List.of(Source.values()));
    }

    /** The statements, those of the first sources first. */
    @SafeVarargs
    private List<Statement> of(List<Source>... sources) {
      List<Statement> ordered = new ArrayList<>(all.size());
      for (List<Source> these : sources) {
        all.stream()
            .filter(said -> these.contains(said.source()))
            .map(Said::statement)
            .forEach(ordered::add);
      }
      return ordered;
    }
  }
}
