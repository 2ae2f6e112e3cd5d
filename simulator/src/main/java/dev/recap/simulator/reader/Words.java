package dev.recap.simulator.reader;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.regex.Pattern;

/**
 * The words that every kind of work shares. Frozen: {@code docs/simulator.md} lists them, and a
 * test holds thirty paraphrases against them.
 */
public final class Words {
  static final String DONE_MARK = "\\[x\\]|✓|✔\\uFE0F?|✅|☑\\uFE0F?";
  static final String NOT_MARK = "\\[ \\]|✗|✘|✖\\uFE0F?|❌|☐|⬜|□|🔲|⏳|⌛|🔄|🚧|🕒|⏸\\uFE0F?|⭕";

  /** Not done, still to do, required. */
  static final Pattern NOT =
      words(
          "\\b(?:not|no|never|none|nothing|without|still|to do|to-do|todo|remain(?:s|ing)?|pending|missing|lack(?:s|ing)?"
              + "|requir(?:e|es|ed|ing)|needs?|needed|must|should|ha(?:s|ve) to|yet to|outstanding|left|next|false"
              + "|null|unset|undone|await(?:s|ing)?|to be|will|shall|cannot|can|ready|waiting|skipped|failed|open"
              + "|upcoming|planned|blocked|unstarted|tbd|later|almost|nearly|partly|partially|half|mostly|neither|nor|being|about to|going to|unable|refused|rejected|denied"
              + "|attempt(?:s|ed)?|tr(?:y|ies|ied)|lost|would|could|may|might|starting|started|begun|intend(?:s|ed)?|plans?|fail(?:s|ing)?)\\b"
              + "|\\b\\d{1,2} ?%|n't\\b|n’t\\b|"
              + NOT_MARK);

  /** Done. */
  static final Pattern DONE =
      words(
          "\\b(?:done|already|ha(?:s|ve) been|was|were|is set|are set|made|written|sent|saved|stored|recorded"
              + "|confirmed|succeeded|successful(?:ly)?|executed|ok|yes|true|in place|complete|completed|finished|ran|ready and saved"
              + "|accomplished|achieved|looked up)\\b|"
              + DONE_MARK);

  /** An item that is being worked on. */
  static final Pattern OPEN =
      words(
          "\\b(?:in[ _-]progress|being worked on|in hand|under way|underway|the (?:open|current) ticket|currently (?:held|open)"
              + "|(?:is|remains|stays|still) (?:still )?open|working on)\\b");

  /** Work that is over because nothing is left of it. */
  static final Pattern NOTHING_LEFT =
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

  static final Pattern CONDITION =
      words("\\b(?:until|till|when|once|if|unless|whether|as soon as)\\b");

  /** What ends a clause. */
  static final Pattern CLAUSE_END =
      Pattern.compile("[,;:()|]|\\s[-–—]\\s|\\b(?:but|while|whereas|however|although|though)\\b");

  /** What ends a sentence. */
  static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?;])\\s+|;");

  /** A line of a list. */
  static final Pattern BULLET =
      Pattern.compile(
          "^\\s*(?:[-*•+]|\\d+[.)]|\\[[ xX]]|" + DONE_MARK + "|" + NOT_MARK + ")\\s+.*");

  /**
   * Small words of languages that the reader does not know. A sentence with one says nothing but by
   * marks and by the names of tools.
   */
  static final Pattern FOREIGN =
      wholeWords(
          "und|nicht|noch|ist|wurden?|fehlt|kein(?:e|en)?|für|der|das|les|est|pas|été|une|encore"
              + "|el|los|una|está|falta|todavía|aún|het|een|niet|nog|não|foi|ainda|uma|della|stato|ancora|già");

  private Words() {}

  /** An expression for words in any case. */
  public static Pattern words(String regex) {
    return Pattern.compile(regex, CASE_INSENSITIVE);
  }

  /** An expression for one of these words or phrases in any case, whole. */
  public static Pattern wholeWords(String alternatives) {
    return words("\\b(?:" + alternatives + ")\\b");
  }
}
