package dev.recap.desk.review;

import dev.recap.desk.review.Finding.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Marks in a draft what a person should look at: what is left to be filled in, what is said to the
 * letter and stands in no source, and what belongs to another customer.
 *
 * <p>It goes by shape and by comparing, never by what a word means, and so for any language. What
 * it cannot see: a number written as a word, a wrong claim without a number, a name of one word.
 * Times of day up to twelve are not told from those twelve hours later. Its time is in proportion
 * to the texts, whatever they are. Safe for use by any number of threads if its {@link
 * OtherCustomers} is.
 */
public final class DraftCheck {
  private static final int SMALL = 2;
  private static final int WIDEST_MARGIN = 20;

  /** Who else there is. */
  @FunctionalInterface
  public interface OtherCustomers {
    /** A desk with one customer. */
    OtherCustomers NONE = (asked, customer) -> Set.of();

    /**
     * Those that are the address, the name or a ticket of a customer other than this one.
     *
     * @param asked e-mail addresses in small letters, and names and tickets as the draft has them
     *     but with plain digits and spaces; up to some 20 for each word of the draft
     * @param customer the number of the one who gets the draft
     */
    Set<String> among(Set<String> asked, int customer);
  }

  private record Mark(Kind kind, int start, int end, String why) {}

  private final OtherCustomers others;

  public DraftCheck(OtherCustomers others) {
    this.others = others;
  }

  /** What is to be looked at, in order and without overlapping. */
  public List<Finding> findings(String draft, DraftSources sources) {
    FactText text = FactText.of(draft);
    DraftGround ground = new DraftGround(sources);
    List<Fact> open = unfounded(text, ground, sources.evidence().size());
    List<Mark> marks = new ArrayList<>(ofOthers(text, open, ground, sources.customer().number()));
    for (DraftPlaceholders.Place place : new DraftPlaceholders(text).places()) {
      marks.add(
          new Mark(Kind.PLACEHOLDER, place.start(), place.end(), "this was left to be filled in"));
    }
    open.forEach(
        fact -> marks.add(new Mark(fact.kind(), fact.start(), fact.end(), ground.why(fact))));
    return withoutOverlap(marks).stream().map(mark -> finding(mark, text, draft)).toList();
  }

  private static Finding finding(Mark mark, FactText text, String draft) {
    int start = text.origin(mark.start);
    int end = text.originBehind(mark.end, draft);
    return new Finding(mark.kind, start, end, draft.substring(start, end), mark.why);
  }

  /** Reads the names of months, units and currencies, which the first check would wait for. */
  public static void warmUp() {
    new FactScanner(FactText.of("3 May 5 x")).facts();
  }

  /** The facts that stand in no source, without the numbers of lists and of what was read. */
  private static List<Fact> unfounded(FactText text, DraftGround ground, int evidence) {
    List<Fact> open = new ArrayList<>();
    int counted = 0;
    for (Fact fact : new FactScanner(text).facts()) {
      int listed = fact.kind() == Kind.NUMBER ? listed(text, fact) : 0;
      if (listed > 0 && (listed == 1 || listed == counted + 1)) {
        counted = listed;
      } else if (!ground.has(fact) && !isReferenceTo(evidence, text, fact)) {
        open.add(fact);
      }
    }
    return open;
  }

  /** Which point of a list the number begins, as in {@code 2.} or {@code 2)}; 0 for none. */
  private static int listed(FactText text, Fact fact) {
    char behind = text.at(fact.end());
    int before = fact.start() - 1;
    while (before >= 0
        && fact.start() - before < WIDEST_MARGIN
        && " *_(-#".indexOf(text.at(before)) >= 0) {
      before--;
    }
    boolean isFirst = before < 0 || text.at(before) == '\n' || text.at(before) == '\r';
    return isFirst && behind != 0 && ".):、".indexOf(behind) >= 0 ? small(text, fact) : 0;
  }

  /** A passage of the evidence by its number in square brackets. */
  private static boolean isReferenceTo(int evidence, FactText text, Fact fact) {
    boolean isBracketed = text.at(fact.start() - 1) == '[' && text.at(fact.end()) == ']';
    return isBracketed
        && fact.kind() == Kind.NUMBER
        && small(text, fact) > 0
        && small(text, fact) <= evidence;
  }

  private static int small(FactText text, Fact fact) {
    boolean isSmall =
        fact.end() - fact.start() <= SMALL && text.behindDigits(fact.start()) == fact.end();
    return isSmall ? Integer.parseInt(text.part(fact.start(), fact.end())) : 0;
  }

  private List<Mark> ofOthers(FactText text, List<Fact> open, DraftGround ground, int customer) {
    Map<String, List<Mark>> asked = new HashMap<>();
    for (Fact fact : open) {
      if (fact.kind() == Kind.EMAIL) {
        ask(
            asked,
            fact.start(),
            fact.end(),
            text.part(fact.start(), fact.end()).toLowerCase(Locale.ROOT));
      } else if (fact.kind() == Kind.REFERENCE) {
        int start =
            text.at(fact.start()) == '#' ? text.behindSpace(fact.start() + 1) : fact.start();
        ask(asked, start, fact.end(), text.part(start, fact.end()));
      }
    }
    for (DraftNames.Candidate name : new DraftNames(text).candidates()) {
      ask(asked, name.start(), name.end(), name.name());
    }
    List<Mark> marks = new ArrayList<>();
    for (String other :
        asked.isEmpty() ? Set.<String>of() : others.among(Set.copyOf(asked.keySet()), customer)) {
      marks.addAll(ground.hasWords(other) ? List.of() : asked.getOrDefault(other, List.of()));
    }
    return marks;
  }

  private static void ask(Map<String, List<Mark>> asked, int start, int end, String what) {
    Mark mark = new Mark(Kind.OTHER_CUSTOMER, start, end, "this belongs to another customer");
    asked.computeIfAbsent(what, any -> new ArrayList<>()).add(mark);
  }

  /** Of those that overlap, the one of the more harmful kind; of one kind, the longest. */
  private static Collection<Mark> withoutOverlap(List<Mark> marks) {
    TreeMap<Integer, Mark> kept = new TreeMap<>();
    marks.sort(
        Comparator.comparing(Mark::kind)
            .thenComparingInt(mark -> mark.start - mark.end)
            .thenComparingInt(Mark::start));
    for (Mark mark : marks) {
      Map.Entry<Integer, Mark> before = kept.lowerEntry(mark.end);
      if (before == null || before.getValue().end <= mark.start) {
        kept.put(mark.start, mark);
      }
    }
    return kept.values();
  }
}
