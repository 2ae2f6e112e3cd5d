package dev.recap.simulator.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The items a stretch of text is about, one by one or from one to another. */
public record Subject(List<Stretch> stretches) {
  /** From one number to another; the same number twice for one item. */
  public record Stretch(int first, int last) {
    /** One item. */
    public static Stretch of(int number) {
      return new Stretch(number, number);
    }

    /** Whether it is one item. */
    public boolean single() {
      return first == last;
    }

    /** How many items lie in it. */
    public int size() {
      return last - first + 1;
    }

    /** Whether an item lies in it. */
    public boolean holds(int number) {
      return first <= number && number <= last;
    }

    /** Whether another lies in it as a whole. */
    boolean holds(Stretch other) {
      return first <= other.first && other.last <= last;
    }

    /** The same items, each once, in as few stretches as can be. */
    public static List<Stretch> joined(List<Stretch> all) {
      List<Stretch> joined = new ArrayList<>();
      for (Stretch next : all.stream().sorted(Comparator.comparingInt(Stretch::first)).toList()) {
        if (joined.isEmpty() || next.first() > joined.getLast().last() + 1) {
          joined.add(next);
        } else {
          Stretch before = joined.removeLast();
          joined.add(new Stretch(before.first(), Math.max(before.last(), next.last())));
        }
      }
      return joined;
    }
  }

  /** Where items are named in a sentence. */
  public record Place(Subject subject, int start, int end) {}

  /**
   * How items of a kind are named.
   *
   * @param prefix what a name begins with, in front of the number
   * @param name an item's name; its first group is the number
   * @param to what leads from a name to the number at the other end of a stretch
   * @param and what joins a name to the next of a list
   */
  public record Names(String prefix, Pattern name, Pattern to, Pattern and) {
    /** Those that begin with a prefix; {@code to} may name the other end. */
    public static Names of(String prefix, String to) {
      return new Names(
          prefix,
          Pattern.compile("\\b" + prefix + "(\\d{1,9})\\b"),
          Pattern.compile("\\G[`*]*\\s*" + to + "(\\d{1,9})\\b"),
          Pattern.compile(
              "\\G[`*]*\\s*(?:,\\s*and\\b|,|and\\b|&|\\+|/)\\s*[`*]*(?=" + prefix + "\\d)"));
    }
  }

  /** No item at all. */
  public static final Subject NOBODY = new Subject(List.of());

  private static final int EXPANDED = 20;

  public Subject {
    stretches = List.copyOf(stretches);
  }

  /** One item. */
  public static Subject of(int number) {
    return new Subject(List.of(Stretch.of(number)));
  }

  public boolean nobody() {
    return stretches.isEmpty();
  }

  /** The numbers one by one, where a short stretch is spelled out and a long one left out. */
  public List<Integer> each() {
    return stretches.stream()
        .filter(stretch -> stretch.last() - stretch.first() < EXPANDED)
        .flatMap(stretch -> IntStream.rangeClosed(stretch.first(), stretch.last()).boxed())
        .toList();
  }

  /** The one item it is about, if it is about exactly one. */
  Optional<Integer> single() {
    return stretches.size() == 1 && stretches.getFirst().single()
        ? Optional.of(stretches.getFirst().first())
        : Optional.empty();
  }

  /** The items named in a sentence, in order; neighbours in a list are one place. */
  public static List<Place> in(String sentence, Names names) {
    List<Place> places = new ArrayList<>();
    Matcher name = names.name().matcher(sentence);
    Matcher to = names.to().matcher(sentence);
    Matcher and = names.and().matcher(sentence);
    int from = 0;
    while (name.find(from)) {
      int start = name.start();
      List<Stretch> stretches = new ArrayList<>();
      do {
        int first = Integer.parseInt(name.group(1));
        boolean stretch = to.find(name.end()) && Integer.parseInt(to.group(1)) > first;
        from = stretch ? to.end() : name.end();
        stretches.add(new Stretch(first, stretch ? Integer.parseInt(to.group(1)) : first));
      } while (and.find(from) && name.find(and.end()));
      places.add(new Place(new Subject(stretches), start, from));
    }
    return places;
  }
}
