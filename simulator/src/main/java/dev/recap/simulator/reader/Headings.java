package dev.recap.simulator.reader;

import dev.recap.simulator.reader.Mark.About;
import dev.recap.simulator.reader.Mark.Polarity;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What stands over a line: headings, and lines of a list over those that are indented below them.
 * The deeper a line, the more stands over it.
 */
final class Headings {
  /** One of them; {@code parts} are those of an item that it names, often none. */
  private record Heading(int depth, Mark mark, List<String> parts) {}

  private final Deque<Heading> over = new ArrayDeque<>();

  /**
   * How deep a line is: signs of a heading count most, then blanks, then whether it is a list's.
   */
  static int depth(String line, boolean bullet) {
    String bare = line.strip();
    int signs = bare.length() - bare.replaceFirst("^#+", "").length();
    int blanks =
        line.replace("\t", "  ").length() - line.replace("\t", "  ").stripLeading().length();
    return signs > 0 ? signs - 10 : 2 * blanks + (bullet ? 1 : 0);
  }

  void add(int depth, Mark mark, List<String> parts) {
    leave(depth);
    over.push(new Heading(depth, mark, parts));
  }

  /** Leaves what is as deep or deeper. */
  void leave(int depth) {
    while (!over.isEmpty() && over.peek().depth() >= depth) {
      over.pop();
    }
  }

  /** What the nearest says that says anything. */
  Mark mark() {
    return over.stream()
        .map(Heading::mark)
        .filter(mark -> mark.said() || mark.about() == About.OPEN_ITEMS)
        .findFirst()
        .orElse(Mark.NONE);
  }

  /** Whether any says that what stands below it is not done. */
  boolean notDone() {
    return over.stream()
        .map(Heading::mark)
        .anyMatch(mark -> mark.polarity() == Polarity.NOT && mark.about() == About.ANYTHING);
  }

  /** Whether anything stands over a line that stands below what is so deep. */
  boolean deeperThan(int depth) {
    return !over.isEmpty() && over.peek().depth() > depth;
  }

  /** The steps that the nearest names without saying anything of them. */
  List<StepWords> steps() {
    return over.isEmpty() || over.peek().mark().said() ? List.of() : over.peek().mark().steps();
  }

  List<String> parts() {
    return over.stream()
        .map(Heading::parts)
        .filter(parts -> !parts.isEmpty())
        .findFirst()
        .orElse(List.of(Statement.ALL));
  }
}
