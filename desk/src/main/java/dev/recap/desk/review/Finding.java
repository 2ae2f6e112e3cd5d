package dev.recap.desk.review;

import java.util.List;

/**
 * A place in a draft that a person should look at.
 *
 * @param start the first character, counted in chars of the draft from 0
 * @param end behind the last character
 * @param text what stands there, exactly
 * @param why what is wrong with it, in a sentence for the reviewer
 */
public record Finding(Kind kind, int start, int end, String text, String why) {

  /** What is marked, the most harmful first; of two that overlap, the earlier kind is told. */
  public enum Kind {
    OTHER_CUSTOMER(90),
    PLACEHOLDER(60),
    MONEY(50),
    LINK(40),
    EMAIL(40),
    PHONE(40),
    PERCENTAGE(20),
    DATE(20),
    /** Letters and digits mixed, as in an order's or a ticket's name. */
    REFERENCE(15),
    TIME(10),
    NUMBER(5);

    private final int weight;

    Kind(int weight) {
      this.weight = weight;
    }
  }

  private static final int MOST_IN_ALL = 999;

  public Finding {
    if (start < 0 || end - start != text.length() || text.isEmpty()) {
      throw new IllegalArgumentException(
          "a finding is at least a character long and spans its text, but '%s' was to stand at %d to %d"
              .formatted(text, start, end));
    }
  }

  /**
   * How much a draft with these findings is in need of a person: 0 without any. The heaviest
   * finding decides, and all of them together only between drafts whose heaviest are alike, so that
   * many odd numbers never stand before one address of somebody else.
   */
  public static int risk(List<Finding> findings) {
    int heaviest = findings.stream().mapToInt(finding -> finding.kind.weight).max().orElse(0);
    int all = findings.stream().mapToInt(finding -> finding.kind.weight).sum();
    return heaviest * (MOST_IN_ALL + 1) + Math.min(all, MOST_IN_ALL);
  }
}
