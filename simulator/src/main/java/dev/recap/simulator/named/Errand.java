package dev.recap.simulator.named;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.recap.simulator.reader.Passage;
import dev.recap.simulator.wire.Block;
import dev.recap.simulator.wire.Exchange;
import dev.recap.simulator.wire.Message;
import dev.recap.simulator.wire.MessagesRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a conversation shows of the calls that its user named: those still to be made and those
 * made. A call in view with its result is made, whatever came of it; so is what a report says.
 *
 * <p>Only the user's own words name calls: the first text, those behind it up to a report, and
 * later messages without results. A text beside results is a remark of whoever runs the tools.
 */
final class Errand {
  private final boolean trusting;
  private final CallsNamed names;
  private final List<NamedCall> pending = new ArrayList<>();
  private final List<Exchange> made = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final List<String> record = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final List<String> earlier = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private boolean named;
  private boolean everNamed;

  private Errand(Map<String, JsonNode> schemas, boolean trusting) {
    this.names = new CallsNamed(schemas);
    this.trusting = trusting;
  }

  /**
   * Reads a conversation about those tools.
   *
   * @param trusting whether free text is believed about calls that are not in view
   */
  static Errand in(MessagesRequest request, List<Message> messages, boolean trusting) {
    Errand errand = new Errand(schemas(request), trusting);
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      if (message.fromUser() && message.results().findAny().isEmpty()) {
        errand.said(message.texts().toList(), i == 0);
      } else if (message.fromUser()) {
        Exchange.between(messages.get(i - 1), message).forEach(errand::answered);
      }
    }
    return errand;
  }

  /** The schemas of a request's tools; empty ones for tools that were called and have gone. */
  static Map<String, JsonNode> schemas(MessagesRequest request) {
    Map<String, JsonNode> schemas = new LinkedHashMap<>();
    request
        .body()
        .path("tools")
        .forEach(t -> schemas.put(t.path("name").asText(), t.path("input_schema")));
    request.messages().stream()
        .flatMap(Message::calls)
        .forEach(call -> schemas.putIfAbsent(call.name(), JsonNodeFactory.instance.objectNode()));
    return schemas;
  }

  /** The calls still to be made, in order. */
  List<NamedCall> pending() {
    return List.copyOf(pending);
  }

  /** The calls in view since the user spoke last, in order. */
  List<Exchange> made() {
    return List.copyOf(made);
  }

  /** The results in view, oldest first. */
  List<String> results() {
    List<String> all = new ArrayList<>(earlier);
    made.forEach(one -> all.add(one.result().text()));
    return all;
  }

  /** What summaries in view tell of calls, a line each. */
  List<String> told() {
    return List.copyOf(told);
  }

  /** What a record in view tells of calls, a line each. */
  List<String> record() {
    return List.copyOf(record);
  }

  /** The user's own words, in order. */
  List<String> words() {
    return List.copyOf(words);
  }

  /** Whether the user's last words named a call. */
  boolean named() {
    return named;
  }

  /** Whether any of the user's words named a call. */
  boolean everNamed() {
    return everNamed;
  }

  private void said(List<String> texts, boolean first) {
    made.forEach(one -> earlier.add(one.result().text()));
    made.clear();
    int reportFrom = first ? Report.from(texts) : texts.size();
    int before = pending.size();
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Report read = Report.of(texts.get(i));
      if (i < reportFrom) {
        words.add(read.rest());
        pending.addAll(names.in(Passage.own(read.rest())));
      }
      if (first) {
        reports.add(read);
      }
    }
    named = pending.size() > before;
    everNamed |= named;
    if (trusting) {
      believe(reports);
    }
  }

  /**
   * A record and a summary tell of the same past: the one that tells more calls of a tool counts.
   */
  private void believe(List<Report> reports) {
    Map<String, Integer> recorded = new HashMap<>();
    Map<String, Integer> summed = new HashMap<>();
    for (Report report : reports) {
      for (String line : report.recorded()) {
        List<String> tools = names.toolsIn(line);
        tools.forEach(tool -> recorded.merge(tool, 1, Integer::sum));
        if (!tools.isEmpty()) {
          record.add(line.strip());
        }
      }
      for (String line : report.summed()) {
        told.add(line);
        names.toolsIn(line).stream().limit(1).forEach(tool -> summed.merge(tool, 1, Integer::sum));
      }
      pending.removeIf(call -> report.closes(call.values()));
    }
    summed.forEach((tool, times) -> recorded.merge(tool, times, Math::max));
    recorded.forEach((tool, times) -> {
      for (int i = 0; i < times; i++) {
        done(tool);
      }
    });
  }

  /** A call that stands for none that is left is a repeat, and changes nothing. */
  private void answered(Exchange one) {
    Block.Call call = one.call();
    boolean repeat = !seen.add(call.name() + call.input());
    if (!done(named -> named.madeBy(call)) && !repeat) {
      // A client may write numbers in another way than they were sent to it.
      done(call.name());
    }
    made.add(one);
  }

  private void done(String tool) {
    done(call -> call.tool().equals(tool));
  }

  /** Takes the first such call off what is left; false if there is none. */
  private boolean done(Predicate<NamedCall> which) {
    for (int i = 0; i < pending.size(); i++) {
      if (which.test(pending.get(i))) {
        pending.remove(i);
        return true;
      }
    }
    return false;
  }
}
