package dev.recap.lab.count;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.recap.desk.ticket.RecordedCall;
import dev.recap.lab.count.CallEvent.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts calls by id: what was asked for must be executed, answered with a receipt, or answered
 * with an error. A later call for the same thing does not undo a loss.
 */
public final class CallCounter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CallRules rules;
  private final List<AskedCall> asked;
  private final List<ExecutedCall> rows;

  /**
   * A counter for one run at the desk.
   *
   * @param asked the calls of all delivered replies, in order
   * @param rows the rows of the desk's {@code tool_call} table
   */
  public CallCounter(List<AskedCall> asked, List<RecordedCall> rows) {
    this(CallRules.DESK, asked, rows.stream().map(ExecutedCall::of).toList());
  }

  /**
   * A counter for one run of any job.
   *
   * @param asked the calls of all delivered replies, in order
   * @param rows what the tools wrote, in the order in which it took effect
   */
  public CallCounter(CallRules rules, List<AskedCall> asked, List<ExecutedCall> rows) {
    this.rules = rules;
    this.asked = List.copyOf(asked);
    this.rows = List.copyOf(rows);
  }

  /**
   * The counts.
   *
   * @param guarded ids of calls answered with a receipt, one element a call
   * @param rejected ids of calls answered with an error without running
   */
  public CallCounts count(List<String> guarded, List<String> rejected) {
    List<CallEvent> events = new ArrayList<>(lost(guarded, rejected));
    events.addAll(absent(events));
    events.addAll(repeated());
    events.addAll(redone());
    return new CallCounts(asked.size(), rows.size(), guarded.size(), events);
  }

  private List<CallEvent> lost(List<String> guarded, List<String> rejected) {
    Map<String, Integer> answers = new HashMap<>();
    rows.forEach(row -> answers.merge(row.call().callId(), 1, Integer::sum));
    guarded.forEach(id -> answers.merge(id, 1, Integer::sum));
    rejected.forEach(id -> answers.merge(id, 1, Integer::sum));
    List<CallEvent> lost = new ArrayList<>();
    String ticket = "";
    for (AskedCall call : asked) {
      ticket = ticketOf(call, ticket);
      if (answers.merge(call.call().id(), -1, Integer::sum) < 0) {
        lost.add(new CallEvent(Kind.LOST, call.turn(), call.call().tool(), ticket));
      }
    }
    return lost;
  }

  /** Required effects of tickets that were handed out, beyond the calls that were lost already. */
  private List<CallEvent> absent(List<CallEvent> lost) {
    Set<String> done = new HashSet<>();
    Set<String> handedOut = new LinkedHashSet<>();
    for (ExecutedCall row : confirmed()) {
      done.add(row.call().tool() + " " + row.item());
      if (row.call().tool().equals(rules.opens()) && row.item() != null) {
        handedOut.add(row.item());
      }
    }
    lost.forEach(event -> done.add(event.tool() + " " + event.ticket()));
    List<CallEvent> absent = new ArrayList<>();
    for (String ticket : handedOut) {
      for (String tool : rules.required()) {
        if (!done.contains(tool + " " + ticket)) {
          absent.add(new CallEvent(Kind.LOST, 0, tool, ticket));
        }
      }
    }
    return absent;
  }

  private List<CallEvent> repeated() {
    Set<String> keys = new HashSet<>();
    return confirmed().stream()
        .filter(row -> rules.once().contains(row.call().tool()))
        .filter(row -> !keys.add(row.call().idempotencyKey()))
        .map(row -> event(Kind.REPEATED, row))
        .toList();
  }

  private List<CallEvent> redone() {
    Map<String, String> standing = new HashMap<>();
    List<CallEvent> redone = new ArrayList<>();
    for (ExecutedCall row : confirmed()) {
      boolean opens = row.call().tool().equals(rules.opens());
      if (opens || rules.idempotent().contains(row.call().tool())) {
        String what = opens ? rules.opens() : row.call().tool() + named(row.call().arguments());
        String value = opens ? String.valueOf(row.item()) : row.call().arguments();
        if (value.equals(standing.put(what, value))) {
          redone.add(event(Kind.REDONE, row));
        }
      }
    }
    return redone;
  }

  private List<ExecutedCall> confirmed() {
    return rows.stream().filter(ExecutedCall::confirmed).toList();
  }

  private CallEvent event(Kind kind, ExecutedCall row) {
    int turn =
        asked.stream()
            .filter(call -> call.call().id().equals(row.call().callId()))
            .mapToInt(AskedCall::turn)
            .reduce(0, (first, last) -> last);
    return new CallEvent(kind, turn, row.call().tool(), row.item() == null ? "" : row.item());
  }

  /** The ticket a call names; one that names none is about the ticket the run holds. */
  private String ticketOf(AskedCall call, String current) {
    String named = named(call);
    if (!named.isEmpty()) {
      return named;
    }
    return call.call().tool().equals(rules.opens()) ? handedOut(call).orElse("") : current;
  }

  private Optional<String> handedOut(AskedCall call) {
    return rows.stream()
        .filter(row -> row.call().callId().equals(call.call().id()) && row.item() != null)
        .map(ExecutedCall::item)
        .map(String::valueOf)
        .findFirst();
  }

  private String named(AskedCall call) {
    return read(call.call().arguments()).path(rules.itemArgument()).asText("");
  }

  /** The values that name what a call is about. */
  private List<String> named(String arguments) {
    JsonNode read = read(arguments);
    return rules.naming().stream().map(name -> read.path(name).asText()).toList();
  }

  private static JsonNode read(String arguments) {
    try {
      return JSON.readTree(arguments);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }
}
