package dev.recap.rehearsal.reader;

import dev.recap.rehearsal.wire.Block;
import dev.recap.rehearsal.wire.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The one reader of tool calls with results, records, ledger lines, notes, stubs and free text.
 *
 * <p>A later statement overrides an earlier one. Only where the text itself says that the record is
 * right when it and the notes disagree, notes count less than everything else.
 */
public final class Reader {
  private Reader() {}

  /** What a system prompt and messages say, taken together. */
  public static Picture read(String system, List<Message> messages) {
    List<Said> all = new ArrayList<>();
    boolean recordWins = Sections.recordWins(system);
    said(system, all);
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      if (message.fromUser()) {
        Map<String, Block.Call> calls = i == 0 ? Map.of() : calls(messages.get(i - 1));
        for (Block block : message.blocks()) {
          if (block instanceof Block.Text text) {
            recordWins |= Sections.recordWins(text.text());
            said(text.text(), all);
          } else if (block instanceof Block.Result result && calls.containsKey(result.callId())) {
            add(all, CallReader.read(calls.get(result.callId()), result), false);
          }
        }
      } else if (message.calls().findAny().isEmpty()) {
        // What is said beside a call is intention; the call's result is the evidence.
        message.texts().forEach(text -> said(text, all));
      }
    }
    return new Picture(inOrder(all, recordWins));
  }

  private record Said(Statement statement, boolean note) {}

  private static void said(String text, List<Said> all) {
    for (Sections.Section section : Sections.of(text)) {
      add(all, TextReader.read(section.text(), Subject.NOBODY), section.notes());
    }
  }

  private static void add(List<Said> all, List<Statement> statements, boolean note) {
    statements.forEach(statement -> all.add(new Said(statement, note)));
  }

  private static List<Statement> inOrder(List<Said> all, boolean recordWins) {
    List<Statement> ordered = new ArrayList<>(all.size());
    if (recordWins) {
      all.stream().filter(Said::note).map(Said::statement).forEach(ordered::add);
    }
    all.stream().filter(s -> !recordWins || !s.note()).map(Said::statement).forEach(ordered::add);
    return ordered;
  }

  private static Map<String, Block.Call> calls(Message message) {
    Map<String, Block.Call> calls = new HashMap<>();
    message.calls().forEach(call -> calls.put(call.id(), call));
    return calls;
  }
}
