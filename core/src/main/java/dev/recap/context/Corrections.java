package dev.recap.context;

import dev.recap.context.NotedSentences.Sentence;
import dev.recap.context.Segment.UserSegment;
import dev.recap.journal.HeadBlock;
import dev.recap.journal.HeadBlock.Kind;
import dev.recap.journal.ItemChange.ClosingRule;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.OpeningRecord;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the ledger says where summary claim something else: a step that is not on record as done, a
 * wrong value, an item that is not on record. Rendered from the ledger, without asking a model.
 * Where it is not sure what a sentence claims, it says nothing.
 */
final class Corrections {
  static final int MOST_LINES = 8;

  static final String PREFACE = "On record, and right where the notes differ:";

  private static final String CLOSED =
      "(?:closed|completed?|resolved|finished|finali[sz]ed|done|\u2713|\u2714|\u2705)";

  private final ContextView view;
  private final Ledger ledger;

  Corrections(ContextView view, Ledger ledger) {
    this.view = view;
    this.ledger = ledger;
  }

  /** The block that stands behind this summary; empty when there is nothing to correct. */
  Optional<HeadBlock> of(HeadBlock notes) {
    List<String> lines = lines(notes.text());
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    List<String> shown = new ArrayList<>(lines.subList(0, Math.min(MOST_LINES, lines.size())));
    shown.addFirst(PREFACE);
    if (lines.size() > MOST_LINES) {
      shown.add("%d more corrections.".formatted(lines.size() - MOST_LINES));
    }
    return Optional.of(new HeadBlock(Kind.CORRECTIONS, String.join("\n", shown), notes.openings()));
  }

  /** Each correction once, in the order of the summary. */
  List<String> lines(String notes) {
    Set<String> lines = new LinkedHashSet<>();
    List<Sentence> sentences =
        new NotedSentences(item -> ledger.latest(item).isPresent()).of(notes);
    Set<String> shapes = shapes(sentences);
    for (Sentence sentence : sentences) {
      for (WorkItem item : inOrder(sentence)) {
        OpeningRecord record = ledger.latest(item).orElseThrow();
        if (record.isOpen()) {
          steps(sentence, record, lines);
        }
        if (sentence.items().size() == 1) {
          values(sentence, record, lines);
        }
      }
      sentence.others().stream()
          .sorted()
          .filter(other -> shapes.contains(shape(other)) && !isSpokenOf(other))
          .forEach(other -> lines.add(other + " is not on record."));
    }
    return List.copyOf(lines);
  }

  private static List<WorkItem> inOrder(Sentence sentence) {
    return sentence.items().stream().sorted().toList();
  }

  private void steps(Sentence sentence, OpeningRecord record, Set<String> lines) {
    WorkItem item = record.opening().item();
    for (String tool : undone(record)) {
      if (new StepClaim(tool).in(sentence.text())) {
        lines.add("%s: %s is not on record as done.".formatted(name(item), tool));
      }
    }
    if (saysClosed(sentence, item) && !wasClosedBefore(record.opening())) {
      lines.add("%s is open, not closed.".formatted(name(item)));
    }
  }

  private static void values(Sentence sentence, OpeningRecord record, Set<String> lines) {
    WorkItem item = record.opening().item();
    String text =
        sentence
            .text()
            .replaceAll(
                "(?:\\b(?:of|for)\\s+)?%s(?:'s)?".formatted(Pattern.quote(lowerCase(item.key()))),
                "");
    for (StatedValue value : StatedValue.of(record)) {
      value
          .otherIn(text)
          .ifPresent(other ->
              lines.add(
                  "%s: %s is %s; the notes say \"%s\"."
                      .formatted(name(item), value.name(), value.value(), other)));
    }
  }

  /** The steps of the work, and its closing, as far as they are not confirmed. */
  private Set<String> undone(OpeningRecord record) {
    Set<String> undone = new LinkedHashSet<>();
    for (ClosingRule rule : record.closings()) {
      undone.addAll(rule.requires());
      undone.addAll(rule.others());
      undone.add(rule.tool());
    }
    for (int number = record.opening().number(); number >= 1; number--) {
      ledger
          .record(new Opening(record.opening().item(), number))
          .ifPresent(known -> known.effects().forEach(e -> undone.remove(e.call().tool())));
    }
    return undone;
  }

  private boolean wasClosedBefore(Opening opening) {
    return opening.number() > 1
        && ledger.isClosed(new Opening(opening.item(), opening.number() - 1));
  }

  private static boolean saysClosed(Sentence sentence, WorkItem item) {
    String key = "(?<![\\w-])%s(?![\\w-])".formatted(Pattern.quote(lowerCase(item.key())));
    String is = "[\\s:*_()-]*(?:is|was|are|were|has been|have been|now|fully|already|\\s)*\\s*";
    return Pattern.compile(
            "%s%s\\b%s(?!\\w)|\\b%s\\W+%s|^\\W*%s(?: \\w+)?:.*%s"
                .formatted(key, is, CLOSED, CLOSED, key, CLOSED, key))
        .matcher(sentence.text())
        .find();
  }

  /** Keys with their numbers left out, of items that are open, in the head, or in this summary. */
  private Set<String> shapes(List<Sentence> sentences) {
    Set<String> shapes = new LinkedHashSet<>();
    ledger.open().forEach(opening -> shapes.add(shape(opening.item().key())));
    view.head().stream()
        .flatMap(block -> block.openings().stream())
        .forEach(opening -> shapes.add(shape(opening.item().key())));
    sentences.forEach(s -> s.items().forEach(item -> shapes.add(shape(item.key()))));
    return shapes;
  }

  private static String shape(String key) {
    return lowerCase(key).replaceAll("\\p{N}+", "0");
  }

  /** Whether somebody other than the model named it. */
  private boolean isSpokenOf(String key) {
    Pattern name =
        Pattern.compile(
            "(?<![\\w-])%s(?![\\w-])".formatted(Pattern.quote(key)), Pattern.CASE_INSENSITIVE);
    List<String> said = new ArrayList<>();
    view.head(Kind.TASK).forEach(block -> said.add(block.text()));
    view.head(Kind.OPEN).forEach(block -> said.add(block.text()));
    view.tail().stream()
        .filter(UserSegment.class::isInstance)
        .forEach(segment -> said.add(((UserSegment) segment).text()));
    view.messages().forEach(m -> m.results().forEach(result -> said.add(result.content())));
    return said.stream().anyMatch(text -> name.matcher(text).find());
  }

  private static String name(WorkItem item) {
    return item.key().matches("[\\p{L}\\p{N}._:#@+-]+") ? item.key() : Quote.of(item.key(), 60);
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
