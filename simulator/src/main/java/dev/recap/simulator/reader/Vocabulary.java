package dev.recap.simulator.reader;

import static dev.recap.simulator.reader.Words.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of one kind of work: its items, their parts, its steps and its values. */
public final class Vocabulary {
  /** Names nothing: the items have no parts. */
  public static final Pattern NO_PARTS = Pattern.compile("(?!)");

  private final String item;
  private final Subject.Names names;
  private final Pattern part;
  private final List<StepWords> steps;
  private final List<FieldWords> fields;
  private final Pattern noun;
  private final Pattern atLarge;
  private final Pattern noneLeft;
  private final Pattern someLeft;
  private final Pattern beforeClosing;

  /**
   * Of one kind of work.
   *
   * @param item what is worked on, such as "ticket"
   * @param part how parts of an item are named
   * @param steps in the order they are taken; the first fetches an item, the last closes it
   */
  public Vocabulary(
      String item,
      Subject.Names names,
      Pattern part,
      List<StepWords> steps,
      List<FieldWords> fields) {
    this.item = item;
    this.names = names;
    this.part = part;
    this.steps = List.copyOf(steps);
    this.fields = List.copyOf(fields);
    String any = item + "s?";
    this.noun = words("\\b" + any + "\\b");
    this.atLarge =
        words(
            "\\b(?:each|every|any) (?:of the )?%s\\b|\\b(?:for example|e\\.g\\.|such as|ids? (?:look|are))\\b"
                .formatted(any));
    this.noneLeft =
        words(
            ("\\b(?:queue|list)\\b.{0,200}\\b(?:empty|exhausted)\\b|\\bempty queue\\b|\\bno (?:more|further) %s\\b"
                    + "|\\bno %s\\b.{0,60}\\b(?:left(?! (?:out|open|behind|over)\\b)|remains?|waits?|waiting|to count)\\b")
                .formatted(any, any));
    this.someLeft =
        words(
            "\\b(?:queue|list)\\b.{0,200}\\bnot (?:yet )?empty\\b|\\b%s (?:are |is )?(?:still )?(?:left|remain\\w*|waiting) in the (?:queue|list)\\b"
                .formatted(any));
    this.beforeClosing =
        words(
            ("\\b(?:before|until|prior to|so that|in order to|for)\\b(?:\\s+[\\w'’]+){0,4}?\\s+`?"
                    + "(?:%s|sign(?:ed|ing)?[ -]off|complet\\w+|clos(?:e|ed|ing|ure))\\b`?"
                    + "|\\bin (?:this |that |the usual )?order\\b")
                .formatted(closing().tool()));
  }

  /** What is worked on, such as "ticket". */
  public String item() {
    return item;
  }

  /** The items that words name, in order, each once. */
  public List<Integer> items(String words) {
    return Subject.in(words, names).stream()
        .flatMap(place -> place.subject().each().stream())
        .distinct()
        .toList();
  }

  Subject.Names names() {
    return names;
  }

  /** The name of an item. */
  String named(int number) {
    return names.prefix() + number;
  }

  Pattern part() {
    return part;
  }

  List<StepWords> steps() {
    return steps;
  }

  public List<FieldWords> fields() {
    return fields;
  }

  /** The step that closes an item. */
  StepWords closing() {
    return steps.getLast();
  }

  /** The tool that fetches an item. */
  public String fetching() {
    return steps.getFirst().tool();
  }

  Optional<StepWords> step(String tool) {
    return steps.stream().filter(step -> step.tool().equals(tool)).findFirst();
  }

  /** Whether a value is the words of others. */
  boolean quotes(String field) {
    return fields.stream().anyMatch(one -> one.name().equals(field) && one.quotes());
  }

  /** The first value that words name of a field which a tool sets, empty if they name none. */
  public String value(String tool, String words) {
    return fields.stream()
        .filter(field -> field.implies().equals(tool) && !field.name().isEmpty())
        .flatMap(field -> words("\\b(?:" + field.values() + ")\\b(?!-)").matcher(words).results())
        .map(found -> found.group().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("");
  }

  /** Whether words speak of items as such, as "the open tickets" does. */
  boolean speaksOfItems(String words) {
    return noun.matcher(words).find();
  }

  /** Whether words speak of items at large, which are no statements about one. */
  boolean atLarge(String words) {
    return atLarge.matcher(words).find();
  }

  /** Whether words say that no item is left to fetch, or that some is. */
  Optional<Boolean> noneLeft(String words) {
    if (someLeft.matcher(words).find()) {
      return Optional.of(false);
    }
    return noneLeft.matcher(words).find() ? Optional.of(true) : Optional.empty();
  }

  /** Words without what they say about what comes before the closing. */
  String withoutBeforeClosing(String words) {
    return beforeClosing.matcher(words).replaceAll(" ");
  }

  boolean names(String words) {
    return names.name().matcher(words).find();
  }

  /** The item an object is of, if it names one. */
  public Optional<Integer> item(JsonNode object) {
    for (String field : List.of("id", item + "_id", item + "Id", item)) {
      Matcher name = names.name().matcher(object.path(field).asText());
      if (name.matches()) {
        return Optional.of(Integer.parseInt(name.group(1)));
      }
    }
    return Optional.empty();
  }

  /** The part an object is of, {@link Statement#ALL} if it names none. */
  public String part(JsonNode object) {
    for (JsonNode value : object) {
      if (value.isTextual() && part.matcher(value.asText()).matches()) {
        return value.asText().toUpperCase(Locale.ROOT);
      }
    }
    return Statement.ALL;
  }

  boolean isPart(String words) {
    return part.matcher(words.replaceAll("[*_`\\s]", "")).matches();
  }

  /** The parts that words name, in order. */
  public List<String> parts(String words) {
    List<String> parts = new ArrayList<>();
    part.matcher(words)
        .results()
        .forEach(found -> parts.add(found.group().toUpperCase(Locale.ROOT)));
    return parts;
  }
}
