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
  private static final Pattern NONE_LEFT =
      Pattern.compile("(?i)\\bempty\\b|\\bno (?:open|unprocessed|other) \\w+|\"processed\"");

  private final int item;
  private final Block.Call call;
  private final Vocabulary vocabulary;

  private CallReader(int item, Block.Call call, Vocabulary vocabulary) {
    this.item = item;
    this.call = call;
    this.vocabulary = vocabulary;
  }

  /** Whether a result tells of a failure, by its flag or by its words. */
  public static boolean failed(Block.Result result) {
    return result.error() || REFUSED.matcher(result.text()).find();
  }

  /** What a call with its result says. */
  static List<Statement> read(Block.Call call, Block.Result result, Vocabulary vocabulary) {
    Optional<StepWords> step = vocabulary.step(call.name());
    Optional<Integer> item = vocabulary.item(call.input());
    if (step.isEmpty()) {
      return shown(result, vocabulary);
    }
    if (call.name().equals(vocabulary.fetching())) {
      return fetched(result, vocabulary);
    }
    if (item.isEmpty()) {
      return failed(result) ? List.of() : List.of(new Statement.Unnamed(call.name()));
    }
    return new CallReader(item.get(), call, vocabulary).stepped(result);
  }

  /** A foreign tool, such as a recall of something old, may show facts but says nothing new. */
  private static List<Statement> shown(Block.Result result, Vocabulary vocabulary) {
    List<Statement> shown = new ArrayList<>();
    for (JsonNode object : JsonIn.of(result.text()).objects()) {
      Records.facts(object, Optional.empty(), vocabulary).stream()
          .filter(fact ->
              fact instanceof Statement.Fact one
                  && (!one.part().isEmpty() || vocabulary.quotes(one.field())))
          .forEach(shown::add);
    }
    return shown;
  }

  private static List<Statement> fetched(Block.Result result, Vocabulary vocabulary) {
    if (failed(result)) {
      boolean none =
          NONE_LEFT.matcher(result.text()).find()
              || vocabulary.noneLeft(result.text()).orElse(false);
      return none ? List.of(new Statement.NoneLeft(true)) : List.of();
    }
    List<Statement> said = new ArrayList<>();
    JsonIn json = JsonIn.of(result.text());
    for (JsonNode object : json.objects()) {
      said.addAll(TextReader.read(object.toString(), Subject.NOBODY, vocabulary));
    }
    Optional<Integer> item =
        json.objects().stream().flatMap(o -> vocabulary.item(o).stream()).findFirst();
    Matcher name = vocabulary.names().name().matcher(result.text());
    if (item.isEmpty() && name.find()) {
      item = Optional.of(Integer.parseInt(name.group(1)));
    }
    item.ifPresent(n -> {
      said.add(new Statement.StepIs(n, Statement.ALL, vocabulary.fetching(), true));
      said.add(new Statement.NoneLeft(false));
    });
    return said;
  }

  private List<Statement> stepped(Block.Result result) {
    List<Statement> words = TextReader.read(result.text(), Subject.of(item), vocabulary);
    String closing = vocabulary.closing().tool();
    boolean closed = words.stream().anyMatch(Statement.Closed.class::isInstance);
    List<Statement> said = new ArrayList<>();
    if (failed(result)) {
      boolean refused = call.name().equals(closing);
      words.stream().filter(one -> refused || one instanceof Statement.Closed).forEach(said::add);
      if (refused && !closed) {
        said.add(new Statement.StepIs(item, Statement.ALL, closing, false));
      }
      return said;
    }
    Optional<Integer> about = Optional.of(item);
    said.addAll(Records.facts(call.input(), about, vocabulary));
    JsonIn.of(result.text())
        .objects()
        .forEach(object -> said.addAll(Records.facts(object, about, vocabulary)));
    words.stream().filter(Statement.Closed.class::isInstance).forEach(said::add);
    said.add(new Statement.StepIs(item, vocabulary.part(call.input()), call.name(), true));
    return said;
  }
}
