package dev.recap.simulator.reader;

import dev.recap.simulator.reader.Sentence.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads free text: which items it is about, line by line, and what it says of each.
 *
 * <p>A sentence without an item's name is about the one named last on its line, in its paragraph or
 * in the heading above. Quotations are set aside beforehand.
 */
final class TextReader {
  private static final Pattern NEW_SECTION =
      Words.words(
          "\\b(?:tickets|warehouses|queue|task|goal|rules?|overview|next steps?|notes?|context|how to)\\b");
  private static final Pattern TAG =
      Pattern.compile("^\\s*<(/?)([\\w -]{1,40})>\\s*(.*?)(?:</\\2>)?\\s*$");
  private static final Pattern NUMBERED = Pattern.compile("^\\s*\\d+[.)]\\s+(.*)");
  private static final Pattern BARE_TITLE = Pattern.compile("[\\p{L}][\\p{L} '-]{1,40}");
  private static final Pattern ANSWER =
      Words.words(
          "(?:\\?|\\s*\\.{3,}|\\s*…+)(?=\\**\\s+(?:"
              + Mark.VOID
              + "|"
              + Mark.STATE
              + ")\\W*(?:$|[,;.|]))");
  private static final int INSIDE = 100;

  private final Vocabulary vocabulary;
  private final JsonIn json;
  private final Quotes quotes;
  private final Teller teller;
  private final Headings headings = new Headings();
  private final Section section = new Section();
  private Subject subject;
  private int subjectDepth = -INSIDE;
  private int depth;
  private int sections = -1;
  private boolean underHeading;
  private boolean under;
  private boolean afterBlank = true;

  private TextReader(String text, Subject subject, Vocabulary vocabulary) {
    this.json = JsonIn.of(text);
    this.quotes = Quotes.in(json.text());
    this.subject = subject;
    this.vocabulary = vocabulary;
    this.teller = new Teller(vocabulary);
  }

  /** What a text says; {@code subject} is what it is about until it names an item itself. */
  static List<Statement> read(String text, Subject subject, Vocabulary vocabulary) {
    TextReader reader = new TextReader(text, subject, vocabulary);
    reader.lines(reader.quotes.text().lines().toList(), 0);
    return reader.teller.statements();
  }

  private void lines(List<String> lines, int indent) {
    int at = 0;
    while (at < lines.size()) {
      if (Table.begins(lines, at)) {
        int end = Table.end(lines, at);
        Table table = Table.of(lines.subList(at, end));
        table.rows().forEach(row -> inside(table.outline(row, vocabulary)));
        at = end;
      } else {
        boolean list = at + 1 < lines.size() && Words.BULLET.matcher(lines.get(at + 1)).matches();
        withObjects(" ".repeat(indent) + lines.get(at), list);
        at++;
      }
    }
  }

  /** A line, and behind it the JSON objects that stand on it. */
  private void withObjects(String line, boolean listBelow) {
    Matcher object = JsonIn.MARK.matcher(line);
    if (!object.find()) {
      line(line, listBelow);
      return;
    }
    line(object.replaceAll(" "), false);
    object.reset();
    while (object.find()) {
      int index = Integer.parseInt(object.group(1));
      if (index < json.objects().size()) {
        teller.add(Records.facts(json.objects().get(index), subject.single(), vocabulary));
        inside(Records.outline(json.objects().get(index), vocabulary).lines().toList());
      }
    }
  }

  /** Lines that are part of a line: what is about what is the same behind them. */
  private void inside(List<String> lines) {
    Subject about = subject;
    lines(lines, INSIDE);
    headings.leave(2 * INSIDE);
    subject = about;
  }

  private void line(String raw, boolean listBelow) {
    String line = untagged(raw);
    String bare = line.strip();
    if (bare.isEmpty()) {
      subject = underHeading ? subject : Subject.NOBODY;
      afterBlank = true;
      return;
    }
    boolean bullet = Words.BULLET.matcher(line).matches();
    boolean names = vocabulary.names(bare);
    boolean title =
        bare.startsWith("#")
            || bare.endsWith(":")
            || bare.endsWith(":**")
            || boldOnly(bare)
            || (listBelow && !bullet && BARE_TITLE.matcher(bare).matches());
    Matcher numbered = NUMBERED.matcher(line);
    boolean listed = bullet && !(title && numbered.matches());
    depth = Headings.depth(line, listed);
    if (numbered.matches() && (title || depth == sections + 1)) {
      // "8. Current work: routing" stands beside "7. Pending tasks:", not below it.
      depth = title ? depth : sections;
      sections = depth;
    }
    if (title && !names) {
      openHeading(bare);
    } else {
      boolean goesOn = names ? names(bare) && !afterBlank : underHeading || !afterBlank;
      headings.leave(!listed && !title && goesOn ? depth + 1 : depth);
      under = listed || title || goesOn;
      sentences(answered(line)).forEach(this::sentence);
      if (names) {
        named(bare, title);
      } else if (listed) {
        boolean just = Sentence.justSteps(bare, vocabulary);
        List<StepWords> steps =
            just ? Signs.steps(Signs.of(bare, vocabulary), vocabulary) : List.of();
        headings.add(depth, Mark.naming(steps), vocabulary.parts(bare));
      }
    }
    afterBlank = false;
  }

  /** A line in tags as a line with a key; the tag alone as a title. */
  private static String untagged(String line) {
    Matcher tag = TAG.matcher(line);
    if (!tag.matches()) {
      return line;
    }
    return tag.group(1).isEmpty()
        ? tag.group(2).replace('_', ' ') + ": " + tag.group(3)
        : "end of " + tag.group(2).replace('_', ' ') + ":";
  }

  private static boolean boldOnly(String bare) {
    return bare.length() > 4 && bare.startsWith("**") && bare.indexOf("**", 2) == bare.length() - 2;
  }

  private void openHeading(String bare) {
    if (bare.startsWith("#")) {
      subject = section.item(depth);
      subjectDepth = depth;
      sections = -1;
      underHeading = !subject.nobody();
    } else if (NEW_SECTION.matcher(bare).find()) {
      subject = Subject.NOBODY;
      underHeading = false;
    }
    Mark mark = bare.startsWith("end of") ? Mark.NONE : Mark.heading(bare, vocabulary);
    headings.add(depth, mark, vocabulary.parts(bare));
  }

  /** The sentences of a line; a step behind a semicolon still belongs to the list before it. */
  private List<String> sentences(String line) {
    List<String> sentences = new ArrayList<>();
    for (String next : Words.SENTENCE_END.split(line, -1)) {
      if (next.isBlank()) {
        continue;
      }
      if (!sentences.isEmpty() && Sentence.justSteps(next, vocabulary) && !vocabulary.names(next)) {
        sentences.add(sentences.removeLast() + ", " + next);
      } else {
        sentences.add(next);
      }
    }
    return sentences;
  }

  /** A line with "closed: no" where "closed? no" stood, without what was struck out. */
  private static String answered(String line) {
    return ANSWER.matcher(line.replaceAll("~~[^~]*~~", " ")).replaceAll(":");
  }

  /** Whether a line holds names of items and nothing else. */
  private boolean names(String bare) {
    return vocabulary.names().name().matcher(bare).replaceAll("").matches("[\\s,.*_`]*");
  }

  private void named(String bare, boolean title) {
    underHeading = title;
    section.names(subject, depth, title);
    if (title) {
      String rest = vocabulary.names().name().matcher(bare).replaceAll(" ");
      headings.add(depth, Mark.heading(rest, vocabulary), vocabulary.parts(bare));
    } else if (Words.BULLET.matcher(bare).matches()) {
      headings.add(depth, Mark.NONE, vocabulary.parts(bare));
    }
  }

  private void sentence(String sentence) {
    if (!Words.CONDITION.matcher(sentence).find()) {
      vocabulary
          .noneLeft(sentence)
          .ifPresent(none -> teller.add(List.of(new Statement.NoneLeft(none))));
    }
    if (vocabulary.atLarge(sentence)) {
      subject = Subject.NOBODY;
      return;
    }
    List<Subject.Place> places = Subject.in(sentence, vocabulary.names());
    if (places.isEmpty()) {
      say(subject, sentence, false);
      return;
    }
    if (places.size() == 1) {
      Subject.Place place = places.getFirst();
      String rest = sentence.substring(0, place.start()) + " _ " + sentence.substring(place.end());
      say(place.subject(), rest, true);
    } else {
      several(sentence, places);
    }
    subject = places.getLast().subject();
    subjectDepth = depth;
  }

  private void several(String sentence, List<Subject.Place> places) {
    String prefix = sentence.substring(0, places.getFirst().start());
    boolean verbFirst =
        !Sentence.read(prefix, vocabulary, Sentence.Place.NOWHERE).isEmpty()
            || Signs.STEP.matcher(Signs.of(prefix, vocabulary)).find();
    for (int i = 0; i < places.size(); i++) {
      int from = verbFirst ? (i == 0 ? 0 : places.get(i - 1).end()) : places.get(i).end();
      int to =
          verbFirst
              ? places.get(i).start()
              : (i + 1 < places.size() ? places.get(i + 1).start() : sentence.length());
      say(places.get(i).subject(), sentence.substring(from, to), true);
    }
  }

  private void say(Subject about, String words, boolean named) {
    Matcher status = Sentence.STATUS.matcher(words);
    boolean elsewhere = !named && headings.deeperThan(subjectDepth) && status.lookingAt();
    if (elsewhere && headings.steps().size() == 1) {
      String step = headings.steps().getFirst().tool();
      say(about, step + ": " + words.substring(status.end()), false);
    } else if (!about.nobody() && !elsewhere) {
      saying(about, words, named);
    }
  }

  private void saying(Subject about, String words, boolean named) {
    boolean introduces = named && under && words.stripTrailing().endsWith(":");
    boolean planned =
        (headings.notDone() && !under)
            || Words.CONDITION.matcher(words).find()
            || words.stripTrailing().endsWith("?");
    Mark mark = under ? headings.mark() : Mark.NONE;
    var place = new Sentence.Place(mark, headings.parts(), named);
    List<Said> said = Sentence.read(words, vocabulary, place);
    for (Said one : said) {
      if (!(planned && one.claims()) && !(introduces && one instanceof Said.Closed)) {
        teller.tell(about, one);
      }
    }
    teller.values(about, words, quotes);
    if (named && said.stream().allMatch(Said.Fact.class::isInstance)) {
      teller.listed(about, mark);
    }
  }
}
