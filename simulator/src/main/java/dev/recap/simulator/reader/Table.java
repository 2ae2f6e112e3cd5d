package dev.recap.simulator.reader;

import dev.recap.simulator.reader.Mark.Polarity;
import dev.recap.simulator.reader.Sentence.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A table of a text, as Markdown writes it.
 *
 * @param head the cells of its first line
 * @param rows the cells of the others, as many as the head has
 */
record Table(List<String> head, List<List<String>> rows) {
  private static final Pattern STATUS =
      Words.words(
          "[\\W_]*(?:current )?(?:status|state|progress|stage|result|estado|stand|état|statut|stato|状態|状态|結果)[\\W_]*");
  private static final Pattern ANSWERS = Words.words("[\\W_]*(?:done|completed?)[\\W_]*");
  private static final Pattern RULE =
      Pattern.compile("\\s*\\|?\\s*:?-+:?\\s*(?:\\|\\s*:?-+:?\\s*)*\\|?\\s*");

  /** Whether a table begins at a line: one with bars over a rule. */
  static boolean begins(List<String> lines, int at) {
    return at + 1 < lines.size()
        && lines.get(at).contains("|")
        && lines.get(at + 1).contains("|")
        && RULE.matcher(lines.get(at + 1)).matches();
  }

  /** Where the table that begins at a line ends. */
  static int end(List<String> lines, int at) {
    int end = at + 2;
    while (end < lines.size() && lines.get(end).contains("|")) {
      end++;
    }
    return end;
  }

  static Table of(List<String> lines) {
    List<String> head = cells(lines.getFirst());
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines.subList(2, lines.size())) {
      List<String> cells = new ArrayList<>(cells(line));
      while (cells.size() < head.size()) {
        cells.add("");
      }
      rows.add(cells.subList(0, head.size()));
    }
    return new Table(head, rows);
  }

  /**
   * A row as lines, as states by key are written elsewhere: its item, the part of it, and below
   * them each cell by the head of its column, or, where the first names a step, by that step. A
   * cell in a column that is not understood says nothing.
   */
  List<String> outline(List<String> row, Vocabulary vocabulary) {
    List<String> lines = new ArrayList<>();
    row.stream()
        .filter(vocabulary::names)
        .reduce((a, b) -> b)
        .ifPresent(one -> lines.add(one + ":"));
    row.stream().filter(vocabulary::isPart).forEach(part -> lines.add("  " + part + ":"));
    int first = row.size() > 1 && row.getFirst().matches("#?\\d*\\.?") ? 1 : 0;
    while (first < row.size() - 1 && namesAlone(row.get(first), vocabulary)) {
      first++;
    }
    Optional<StepWords> label = label(head.get(first), row.get(first), vocabulary);
    for (int i = label.isPresent() ? first + 1 : 0; i < row.size(); i++) {
      String cell = row.get(i);
      if (!Mark.isVoid(cell) && !namesAlone(cell, vocabulary)) {
        String column = head.get(i);
        String said = said(column, cell, label, vocabulary);
        if (!said.isEmpty() && vocabulary.names(column)) {
          lines.add(column + ":");
        }
        lines.add("    " + said);
      }
    }
    return lines;
  }

  /** Whether a cell says what its row is about and no more. */
  private static boolean namesAlone(String cell, Vocabulary vocabulary) {
    return vocabulary.names(cell) || vocabulary.isPart(cell);
  }

  /** The step that a row is about, in a column that says nothing by itself. */
  private static Optional<StepWords> label(String head, String cell, Vocabulary vocabulary) {
    boolean says =
        STATUS.matcher(head).matches()
            || Mark.state(cell) != Polarity.NONE
            || step(head, vocabulary).isPresent()
            || Mark.heading(head, vocabulary).said();
    return says || vocabulary.names(cell) ? Optional.empty() : step(cell, vocabulary);
  }

  private static String said(
      String head, String cell, Optional<StepWords> label, Vocabulary vocabulary) {
    boolean state = Mark.state(cell) != Polarity.NONE;
    boolean status = STATUS.matcher(head).matches();
    if (label.isPresent()) {
      boolean told = vocabulary.names(head) || status || ANSWERS.matcher(head).matches();
      return told ? state(label.get(), label.get().tool(), cell, vocabulary) : "";
    }
    Optional<StepWords> step = step(head, vocabulary);
    if (step.isPresent()) {
      return state(step.get(), head, cell, vocabulary);
    }
    Mark mark = Mark.heading(head, vocabulary);
    if (status || (mark.polarity() == Polarity.DONE && state)) {
      return "status: " + cell;
    }
    String line = head + ": " + cell;
    List<Said> read = Sentence.read(line, vocabulary, Sentence.Place.NOWHERE);
    boolean facts = !read.isEmpty() && read.stream().allMatch(Said.Fact.class::isInstance);
    return facts || (mark.said() && !state) ? line : "";
  }

  /** What a cell says of a step, unless it speaks of others. */
  private static String state(StepWords step, String key, String cell, Vocabulary vocabulary) {
    boolean own =
        Signs.steps(Signs.of(cell, vocabulary), vocabulary).stream().allMatch(step::equals);
    return own || Mark.state(cell) != Polarity.NONE ? key + ": " + cell : "";
  }

  /** The one step that words name. */
  private static Optional<StepWords> step(String words, Vocabulary vocabulary) {
    List<StepWords> steps = Signs.steps(Signs.of(words, vocabulary), vocabulary);
    boolean marks = Sentence.speaksOfSteps(words) && steps.equals(List.of(vocabulary.closing()));
    return steps.size() == 1 && !marks ? Optional.of(steps.getFirst()) : Optional.empty();
  }

  private static List<String> cells(String line) {
    String bare = line.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
    return Arrays.stream(bare.split("\\|", -1)).map(String::strip).toList();
  }
}
