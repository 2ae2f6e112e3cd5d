package dev.recap.context;

import dev.recap.work.WorkItem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads summary for sentences that claim something of a work item. Quotations claim nothing, and
 * neither does what says no, not yet, or still to do. A sentence without a name is about the item
 * named last on its line, a line of a list about the one that the heading above it names.
 */
final class NotedSentences {
  private static final Pattern QUOTED = Pattern.compile("\"[^\"\\n]*\"");
  private static final Pattern LIST_LINE = Pattern.compile("\\s*(?:[-*\u2022+]|\\d+[.)])\\s+.*");
  private static final Pattern END =
      Pattern.compile("(?<=[.!?;])\\s+|\\b(?:but|however|although|whereas|while)\\b");

  /** What looks like a key: words and numbers joined by signs. */
  private static final Pattern TOKEN =
      Pattern.compile("#?[\\p{L}\\p{N}]+(?:[-_#][\\p{L}\\p{N}]+)*");

  private static final Pattern UNDONE =
      Pattern.compile(
          "\\b(?:no|not|never|none|nothing|without|still|to do|todo|to-do|to be|remain\\w*|pending"
              + "|missing|lack\\w*|requir\\w*|need\\w*|must|should|shall|will|would|may|might|can"
              + "|cannot|could|next|then|before|after|until|unless|when|once|if|yet|await\\w*"
              + "|wait\\w*|plan\\w*|please|skip\\w*|fail\\w*|error|refus\\w*|unknown|left|open"
              + "|outstanding|undone|incomplete|nor|neither|has to|have to|going to)\\b|n't\\b"
              + "|\\[ ]|\u2717|\u274c|\u2610|\\?");

  private final Predicate<WorkItem> known;

  NotedSentences(Predicate<WorkItem> known) {
    this.known = known;
  }

  /**
   * One claim.
   *
   * @param items the known items that it is about
   * @param others what has letters and digits as a key may have, and is no known item
   * @param text in lower case
   */
  record Sentence(Set<WorkItem> items, Set<String> others, String text) {
    Sentence {
      items = Set.copyOf(items);
      others = Set.copyOf(others);
    }
  }

  List<Sentence> of(String notes) {
    List<Sentence> sentences = new ArrayList<>();
    Set<WorkItem> heading = Set.of();
    for (String line : QUOTED.matcher(notes).replaceAll("\u2026").split("\n", -1)) {
      Set<WorkItem> last = LIST_LINE.matcher(line).matches() ? heading : Set.of();
      Set<WorkItem> onLine = new LinkedHashSet<>();
      for (String sentence : END.split(line, -1)) {
        Set<WorkItem> named = items(sentence);
        last = named.isEmpty() ? last : named;
        onLine.addAll(named);
        add(sentence, last, sentences);
      }
      if (!LIST_LINE.matcher(line).matches() || !onLine.isEmpty()) {
        heading = onLine.size() == 1 ? onLine : Set.of();
      }
    }
    return sentences;
  }

  private void add(String sentence, Set<WorkItem> items, List<Sentence> sentences) {
    String text = sentence.toLowerCase(Locale.ROOT);
    Set<String> others = new LinkedHashSet<>();
    tokens(sentence)
        .filter(token -> token.matches(".*\\p{L}.*") && token.matches(".*\\p{N}.*"))
        .filter(token -> item(token).isEmpty())
        .forEach(others::add);
    if (!UNDONE.matcher(text).find()) {
      sentences.add(new Sentence(items, others, text));
    }
  }

  private Set<WorkItem> items(String sentence) {
    Set<WorkItem> items = new LinkedHashSet<>();
    tokens(sentence).forEach(token -> item(token).ifPresent(items::add));
    return items;
  }

  private static Stream<String> tokens(String sentence) {
    return TOKEN.matcher(sentence).results().map(MatchResult::group).filter(t -> t.length() <= 200);
  }

  private Optional<WorkItem> item(String token) {
    WorkItem asWritten = new WorkItem(token);
    if (known.test(asWritten)) {
      return Optional.of(asWritten);
    }
    WorkItem upperCase = new WorkItem(token.toUpperCase(Locale.ROOT));
    return known.test(upperCase) ? Optional.of(upperCase) : Optional.empty();
  }
}
