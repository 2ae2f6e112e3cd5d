package dev.recap.simulator.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.simulator.wire.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads calls with their results: what the tools say was done. */
public final class CallReader {
  private static final Pattern REFUSED =
      Pattern.compile(
          "(?i)^\\s*(?:error\\b|\\{\\s*\"error\"|[^.\\n]{0,40}\\bcannot be (?:completed|signed off)\\b)");
  private static final Pattern EMPTY_QUEUE =
      Pattern.compile(
          "(?i)\\bempty\\b|\\bno (?:more|further|open|unprocessed) tickets\\b|\"processed\"");

  private CallReader() {}

  /** Whether a result tells of a failure, by its flag or by its words. */
  public static boolean failed(Block.Result result) {
    return result.error() || REFUSED.matcher(result.text()).find();
  }

  /** Whether a result of fetching says that the queue is empty. */
  private static boolean queueEmpty(Block.Result result) {
    return failed(result) && EMPTY_QUEUE.matcher(result.text()).find();
  }

  /** The ticket a call names, if it names one. */
  public static Optional<Integer> ticket(Block.Call call) {
    Matcher name = Vocabulary.TICKET.matcher(call.input().path("ticket_id").asText());
    return name.matches() ? Optional.of(Integer.parseInt(name.group(1))) : Optional.empty();
  }

  static List<Statement> read(Block.Call call, Block.Result result) {
    Optional<Step> step = Step.ofTool(call.name());
    if (step.isEmpty()) {
      return factsOnly(result);
    }
    return switch (step.get()) {
      case FETCH -> fetched(result);
      case RESEARCH -> failed(result) ? List.of() : List.of(new Statement.Searched());
      case CLASSIFY, PRIORITISE, ROUTE, REFUND, DRAFT, COMPLETE ->
          ticket(call).map(n -> stepped(n, step.get(), call, result)).orElse(List.of());
    };
  }

  /** A foreign tool, such as a recall of something old, may show facts but says nothing new. */
  private static List<Statement> factsOnly(Block.Result result) {
    List<Statement> facts = new ArrayList<>();
    for (JsonNode object : JsonIn.of(result.text()).objects()) {
      Records.ticket(object)
          .ifPresent(n ->
              Records.facts(object, n).stream()
                  .filter(CallReader::customersWords)
                  .forEach(facts::add));
    }
    return facts;
  }

  private static boolean customersWords(Statement statement) {
    return statement instanceof Statement.Fact fact
        && (fact.field() == Field.SUBJECT || fact.field() == Field.DESCRIPTION);
  }

  private static List<Statement> fetched(Block.Result result) {
    if (failed(result)) {
      return queueEmpty(result) ? List.of(new Statement.QueueIs(true)) : List.of();
    }
    List<JsonNode> objects = JsonIn.of(result.text()).objects();
    List<Statement> said = new ArrayList<>();
    for (JsonNode object : objects) {
      said.addAll(Records.read(object));
    }
    Optional<Integer> number =
        objects.stream().flatMap(o -> Records.ticket(o).stream()).findFirst();
    Matcher name = Vocabulary.TICKET.matcher(result.text());
    if (number.isEmpty() && name.find()) {
      number = Optional.of(Integer.parseInt(name.group(1)));
    }
    number.ifPresent(n -> said.add(new Statement.StepIs(n, Step.FETCH, true)));
    return said;
  }

  private static List<Statement> stepped(
      int ticket, Step step, Block.Call call, Block.Result result) {
    List<Statement> said = new ArrayList<>();
    if (failed(result)) {
      TextReader.read(result.text(), Subject.of(ticket)).stream()
          .filter(s -> step == Step.COMPLETE || s instanceof Statement.Closed)
          .forEach(said::add);
      if (step == Step.COMPLETE && said.stream().noneMatch(Statement.Closed.class::isInstance)) {
        said.add(new Statement.StepIs(ticket, Step.COMPLETE, false));
      }
      return said;
    }
    said.addAll(Records.facts(call.input(), ticket));
    JsonIn.of(result.text()).objects().forEach(o -> said.addAll(Records.facts(o, ticket)));
    TextReader.read(result.text(), Subject.of(ticket)).stream()
        .filter(Statement.Closed.class::isInstance)
        .forEach(said::add);
    said.add(new Statement.StepIs(ticket, step, true));
    return said;
  }
}
