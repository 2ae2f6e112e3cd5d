package dev.recap.simulator.reader;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.regex.Pattern;

/**
 * The words the reader knows. Frozen: {@code docs/simulator.md} lists them, and a test holds thirty
 * paraphrases against them.
 *
 * <p>Before a clause is judged its words become signs: {@code @classify} names a step, {@code
 * @classify+} says in its own form that it was done ("classified"), {@code @classify-} that it was
 * not ("unclassified").
 */
public final class Vocabulary {
  static final String CATEGORIES = "billing|technical|account|product|shipping";
  static final String PRIORITIES = "low|medium|high|urgent";
  static final String TEAMS =
      "billing-team|tech-support|account-services|product-success|logistics-team";

  /** A ticket's name. */
  static final Pattern TICKET = Subject.TICKETS.name();

  private static final String IS =
      "(?:\\s*(?:is|was|as|to|under|set|of|into|now|been|has|:|=|->|→|\\(|\\*|`)){0,8}\\s*[`*]?";

  /** A category said of a ticket. */
  static final Pattern CATEGORY =
      words(
          "(?:(?:classif\\w*|categor\\w*)(?:_ticket)?[`*]*"
              + IS
              + "("
              + CATEGORIES
              + ")"
              + "|\\bas (?:an? )?("
              + CATEGORIES
              + "))\\b(?!-)");

  /** A priority said of a ticket. */
  static final Pattern PRIORITY =
      words(
          "(?:(?:set_)?priorit\\w*[`*]*"
              + IS
              + "("
              + PRIORITIES
              + ")\\b(?!-)"
              + "|\\b("
              + PRIORITIES
              + ")[- ]priority\\b)");

  /** A team said of a ticket. */
  static final Pattern TEAM = words("\\b(" + TEAMS + ")\\b");

  /** A draft said with its number of characters. */
  static final Pattern DRAFT_SIZE =
      words(
          "\\b(?:draft_response|draft(?:ed)?|response|reply)\\b(?:\\s*(?:of|with|is|has|:|=|\\(|written|saved|length)){0,6}"
              + "\\s*\\d[\\d,]*(?:\\s*(?:characters|chars))?");

  /** What a customer writes who was charged twice or wants money back. */
  static final Pattern REFUND_WISH =
      words(
          "\\b(?:refund\\w*|money back|reimburs\\w*|(?:charged?|billed|paid)\\b[^.!?]{0,40}\\b(?:twice|two times|again|double)"
              + "|(?:double|duplicate|second|same) (?:charge|payment|billing|invoice))\\b");

  /** Not done, still to do, required. */
  static final Pattern NOT =
      words(
          "\\b(?:not|no|never|none|nothing|without|still|to do|to-do|todo|remain(?:s|ing)?|pending|missing|lack(?:s|ing)?"
              + "|requir(?:e|es|ed|ing)|needs?|needed|must|should|ha(?:s|ve) to|yet to|outstanding|left|next|false"
              + "|null|unset|undone|await(?:s|ing)?|to be|will|shall|cannot|can|ready|waiting|skipped|failed|open)\\b"
              + "|n't\\b|n’t\\b|\\[ \\]|✗|❌|☐");

  /** Done. */
  static final Pattern DONE =
      words(
          "\\b(?:done|already|ha(?:s|ve) been|was|were|is set|are set|made|written|sent|saved|stored|recorded"
              + "|confirmed|succeeded|successful(?:ly)?|executed|ok|yes|true|in place|complete|completed|finished|ran|ready and saved)\\b"
              + "|\\[x\\]|✓|✔|✅|☑");

  /** A ticket that is being worked on. */
  public static final Pattern OPEN =
      words(
          "\\b(?:in progress|being worked on|in hand|under way|underway|the (?:open|current) ticket|currently (?:held|open)"
              + "|(?:is|remains|stays|still) (?:still )?open|working on)\\b");

  /** Work that is over because nothing is left of it. */
  public static final Pattern NOTHING_LEFT =
      words(
          "\\b(?:nothing(?: (?:else|more))?|no (?:further |more |other )?(?:steps?|work|actions?))(?: is| are| was)?"
              + " (?:missing|left|outstanding|remain(?:s|ing)?|pending|required|needed|open)(?: to do)?\\b"
              + "|\\ball (?:of its |its |the )?(?:seven |7 )?steps(?: (?:are|were|have been))?(?: now)? (?:done|complete|completed|finished|taken)\\b"
              + "|\\b(?:fully|completely) (?:processed|handled|worked|done)\\b");

  /** Every step but those that follow. */
  static final Pattern ALL_BUT =
      words(
          "\\b(?:all|everything|every step|each step)\\b[^.;:]{0,40}?\\b(?:except(?: for)?|apart from|other than|but(?: for)?|save)\\b");

  /** These steps and no other. */
  static final Pattern ONLY = words("\\b(?:only|just|nothing but|all that)\\b");

  /** What is said about what comes first, which is no statement about the closing itself. */
  static final Pattern BEFORE_CLOSING =
      words(
          "\\b(?:before|until|prior to|so that|in order to|for)\\b(?:\\s+[\\w'’]+){0,4}?\\s+`?(?:mark_complete|complet\\w+|clos(?:e|ed|ing|ure))\\b`?");

  /** Words about tickets at large, which are no statements about one. */
  static final Pattern AT_LARGE =
      words(
          "\\b(?:each|every|any) (?:of the )?tickets?\\b|\\b(?:for example|e\\.g\\.|such as|ids? (?:look|are))\\b");

  static final Pattern QUEUE_EMPTY =
      words(
          "\\bqueue\\b.{0,200}\\b(?:empty|exhausted)\\b|\\bno (?:more|further) tickets\\b|\\bempty queue\\b");
  static final Pattern QUEUE_NOT_EMPTY =
      words(
          "\\bqueue\\b.{0,200}\\bnot (?:yet )?empty\\b|\\btickets? (?:are |is )?(?:still )?(?:left|remain\\w*|waiting) in the queue\\b");
  public static final Pattern CONDITION =
      words("\\b(?:until|till|when|once|if|unless|whether|as soon as)\\b");

  /** What ends a clause. */
  public static final Pattern CLAUSE_END =
      Pattern.compile("[,;:()|]|\\s[-–—]\\s|\\b(?:but|while|whereas|however|although|though)\\b");

  /** What ends a sentence. */
  public static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?;])\\s+|;");

  /** A line of a list. */
  public static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*•+]|\\d+[.)]|\\[[ x]])\\s+.*");

  private Vocabulary() {}

  /** An expression for words in any case. */
  public static Pattern words(String regex) {
    return Pattern.compile(regex, CASE_INSENSITIVE);
  }

  /** An expression for one of these words or phrases in any case, whole. */
  public static Pattern wholeWords(String alternatives) {
    return words("\\b(?:" + alternatives + ")\\b");
  }
}
