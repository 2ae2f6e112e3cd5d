package dev.recap.compaction;

/**
 * Takes out of a text what must not reach a summarizer: names, addresses, card numbers. It is given
 * every text of a summary request, argument values and tool results one by one, and then what the
 * summarizer wrote.
 *
 * <p>Used on the run's thread. What it throws means that there is no summary this time: no text is
 * sent unredacted, and none gets into a summary.
 */
@FunctionalInterface
public interface Redaction {

  /** Leaves every text as it is. */
  Redaction NONE = text -> text;

  /** The text without it; the same text where there is nothing to take out. */
  String redact(String text);
}
