package dev.recap.simulator.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tickets a stretch of text is about.
 *
 * @param numbers tickets named one by one
 * @param range a stretch of tickets named by its ends
 */
record Subject(List<Integer> numbers, Optional<Range> range) {
  /** From one ticket to another. */
  record Range(int first, int last) {}

  /** Where a subject is named in a sentence. */
  record Place(Subject subject, int start, int end) {}

  static final Subject NOBODY = new Subject(List.of(), Optional.empty());
  private static final int EXPANDED = 20;
  private static final Pattern TO =
      Pattern.compile(
          "\\G[`*]*\\s*(?:to|through|thru|up to|until|-|–|—|\\.{2,3}|…)\\s*[`*]*(?:TICKET-)?(\\d{1,9})\\b");
  private static final Pattern AND =
      Pattern.compile("\\G[`*]*\\s*(?:,\\s*and\\b|,|and\\b|&|\\+|/)\\s*[`*]*(?=TICKET-\\d)");

  Subject {
    numbers = List.copyOf(numbers);
  }

  static Subject of(int number) {
    return new Subject(List.of(number), Optional.empty());
  }

  boolean nobody() {
    return numbers.isEmpty() && range.isEmpty();
  }

  /** The tickets one by one, where a short range is spelled out. */
  List<Integer> each() {
    List<Integer> all = new ArrayList<>(numbers);
    range
        .filter(r -> r.last() - r.first() < EXPANDED)
        .ifPresent(r -> {
          for (int n = r.first(); n <= r.last(); n++) {
            all.add(n);
          }
        });
    return all;
  }

  /** The one ticket it is about, if it is about exactly one. */
  Optional<Integer> single() {
    return numbers.size() == 1 && range.isEmpty()
        ? Optional.of(numbers.getFirst())
        : Optional.empty();
  }

  /** The subjects named in a sentence, in order; neighbours in a list are one. */
  static List<Place> in(String sentence) {
    List<Place> places = new ArrayList<>();
    Matcher ticket = Vocabulary.TICKET.matcher(sentence);
    int from = 0;
    while (ticket.find(from)) {
      int start = ticket.start();
      List<Integer> numbers = new ArrayList<>();
      Optional<Range> range = Optional.empty();
      int end;
      while (true) {
        int number = Integer.parseInt(ticket.group(1));
        end = ticket.end();
        Matcher to = TO.matcher(sentence);
        if (to.find(end) && Integer.parseInt(to.group(1)) > number) {
          range = Optional.of(new Range(number, Integer.parseInt(to.group(1))));
          end = to.end();
        } else {
          numbers.add(number);
        }
        Matcher and = AND.matcher(sentence);
        if (!and.find(end) || !ticket.find(and.end())) {
          break;
        }
      }
      places.add(new Place(new Subject(numbers, range), start, end));
      from = end;
    }
    return places;
  }
}
