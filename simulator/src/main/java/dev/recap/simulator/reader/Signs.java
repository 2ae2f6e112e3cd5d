package dev.recap.simulator.reader;

import dev.recap.simulator.reader.Mark.Polarity;
import dev.recap.simulator.reader.StepWords.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns the words of a sentence into signs, so that a clause can be judged by a few rules. */
final class Signs {
  /** An item that is open. */
  static final String OPEN = "§o";

  private static final int CODED = 0xE100;

  /** A value said of a field, in signs. */
  static final Pattern VALUE = Pattern.compile("[\uE100-\uE1FF]+");

  /** A step: its index, then + if its form says done, - if its form says not done. */
  static final Pattern STEP = Pattern.compile("§(\\d+)([+-]?)");

  private static final String BETWEEN =
      "\\s*[*`\"_]*\\s*(?:[:=?]|->|→|(?<=\\s)[-–—](?=\\s)|\\.{3,}|…+|\\s{3,}|\\t)+[*`\"_\\s]*";

  /** A step and the state that stands behind it: "draft: to do", "route = done". */
  private static final Pattern KEY_AND_STATE =
      Words.words(
          "§(\\d+)(?:\\+?"
              + BETWEEN
              + "(?:("
              + Mark.VOID
              + ")|"
              + Mark.STATE
              + ")|"
              + BETWEEN
              + "§\\d+([+-])|\\+?\\s*[(\\[]\\s*(?:("
              + Mark.VOID
              + ")|"
              + Mark.STATE
              + ")\\s*[)\\]])[*`\"_]*(?=\\s*(?:$|[,;.()|\\]}]|\\s[-–—]\\s|§\\d|\\band\\b))");

  private static final Pattern COMPLETE_ALONE = Pattern.compile("^[^\\p{L}§]*complete\\W*$");

  /** One of several steps, not a word about the item. */
  private static final Pattern COMPLETE_IN_LIST =
      Pattern.compile("([,;:(]\\s*(?:and )?|\\band )complete(?=\\W*(?:$|[,;)]))");

  private static final Pattern MARK = Pattern.compile(Words.DONE_MARK + "|" + Words.NOT_MARK);
  private static final Pattern BEGINS_WITH_MARK =
      Pattern.compile("^\\s*(?:(?:[-*•+]|\\d+[.)])\\s+)?[*_`]*(?:" + MARK + ")");

  /** A step named in a clause, and the parts of the item that it is said of. */
  record Named(StepWords step, Form form, List<String> parts) {}

  /** A value said in a clause. */
  record Value(String part, String field, String value) {}

  /** A clause: its signed words, and what stands in it. */
  record Clause(String words, List<Named> steps, List<Value> values, Polarity polarity) {}

  private Signs() {}

  /** A sentence with signs for what the vocabulary knows. */
  static String of(String sentence, Vocabulary vocabulary) {
    String signed = sentence.toLowerCase(Locale.ROOT).replaceAll("[§\uE100-\uE1FF]", " ");
    signed = MARK.matcher(signed).replaceAll(apart(signed));
    if (Words.FOREIGN.matcher(signed).find()) {
      signed = known(signed, vocabulary);
    }
    signed = vocabulary.withoutBeforeClosing(signed);
    for (FieldWords field : vocabulary.fields()) {
      signed = field.quotes() ? signed : valued(signed, field, vocabulary);
    }
    signed = Words.OPEN.matcher(signed).replaceAll(" " + OPEN + " ");
    for (StepWords step : vocabulary.steps()) {
      int index = vocabulary.steps().indexOf(step);
      if (step.equals(vocabulary.closing())) {
        String name = StepWords.sign(index, "");
        signed = COMPLETE_ALONE.matcher(signed).replaceAll(name);
        signed = COMPLETE_IN_LIST.matcher(signed).replaceAll("$1" + name);
      }
      signed = step.signed(signed, index, step.equals(vocabulary.closing()));
    }
    return stated(signed).replace('_', ' ');
  }

  /** Where marks begin a sentence they speak of what follows, elsewhere of what they follow. */
  private static String apart(String sentence) {
    return BEGINS_WITH_MARK.matcher(sentence).lookingAt() ? ", $0" : "$0, ";
  }

  /** What is left of a sentence in a foreign language: marks and names of tools and parts. */
  private static String known(String sentence, Vocabulary vocabulary) {
    String tools =
        vocabulary.steps().stream().map(StepWords::tool).collect(Collectors.joining("|"));
    return Pattern.compile(
            tools + "|" + MARK + "|" + vocabulary.part() + "|\\b(?:true|false|null)\\b|[,;:()|=]",
            Pattern.CASE_INSENSITIVE)
        .matcher(sentence)
        .results()
        .map(kept -> kept.group())
        .collect(Collectors.joining(" "));
  }

  private static String valued(String signed, FieldWords field, Vocabulary vocabulary) {
    String step =
        vocabulary
            .step(field.implies())
            .map(implied -> StepWords.sign(vocabulary.steps().indexOf(implied), "+"))
            .orElse(" ");
    return field
        .said()
        .matcher(signed)
        .replaceAll(said -> {
          String value = FieldWords.value(said);
          return field.name().isEmpty() ? step : step + coded(field.name() + "=" + value) + " ";
        });
  }

  /** A value in signs, so that no rule takes its words for others. */
  private static String coded(String value) {
    return value.chars().mapToObj(c -> Character.toString(CODED + c)).collect(Collectors.joining());
  }

  /** A value out of signs. */
  static String plain(String coded) {
    return coded.chars().mapToObj(c -> Character.toString(c - CODED)).collect(Collectors.joining());
  }

  private static String stated(String signed) {
    return KEY_AND_STATE
        .matcher(signed)
        .replaceAll(said -> {
          if (said.group(2) != null || said.group(6) != null) {
            return " ";
          }
          boolean done =
              said.group(3) != null || said.group(7) != null || "+".equals(said.group(5));
          return " §" + said.group(1) + (done ? "+ " : "- ");
        });
  }

  /** The steps that signed words name, each once. */
  static List<StepWords> steps(String signed, Vocabulary vocabulary) {
    return STEP.matcher(signed)
        .results()
        .map(found -> vocabulary.steps().get(Integer.parseInt(found.group(1))))
        .distinct()
        .toList();
  }

  /** The clauses of a signed sentence; {@code parts} are meant where it names none. */
  static List<Clause> clauses(String signed, Vocabulary vocabulary, List<String> parts) {
    List<String> texts = split(signed);
    Chunks chunks = new Chunks(vocabulary, parts);
    texts.forEach(chunks::add);
    List<Clause> clauses = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      clauses.add(
          new Clause(texts.get(i), chunks.steps(i), chunks.values(i), Mark.in(texts.get(i))));
    }
    return clauses;
  }

  private static List<String> split(String text) {
    List<String> clauses = new ArrayList<>();
    for (String clause : Words.CLAUSE_END.split(text, -1)) {
      boolean both =
          Words.NOT.matcher(clause).find()
              && (Words.DONE.matcher(clause).find() || clause.contains("+"));
      if (both && clause.contains(" and ")) {
        clauses.addAll(List.of(clause.split(" and ")));
      } else {
        clauses.add(clause);
      }
    }
    return clauses;
  }
}
