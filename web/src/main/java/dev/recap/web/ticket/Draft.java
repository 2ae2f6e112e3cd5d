package dev.recap.web.ticket;

import dev.recap.desk.review.Finding;
import dev.recap.desk.review.Seen;
import dev.recap.desk.ticket.Evidence;
import dev.recap.desk.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it is looked at.
 *
 * @param findings what code marks in it
 * @param claims its sentences, each with what it rests on
 * @param evidence what the agent read
 * @param simulated whether rules wrote it and no LLM: it stays at the desk
 */
public record Draft(
    Ticket ticket,
    List<Finding> findings,
    List<Grounded> claims,
    List<Evidence> evidence,
    boolean simulated) {

  /** A piece of the text, and what was found in it; null for nothing. */
  public record Part(String text, @Nullable Finding finding) {}

  /**
   * A sentence, and the passage it rests on.
   *
   * @param source null for none
   * @param before the passage in front of the sentence that says it
   * @param behind the rest of the passage
   */
  public record Grounded(
      String sentence,
      @Nullable Evidence source,
      String before,
      String sentenceOfSource,
      String behind) {}

  /** What a decision has to be about. */
  public Seen seen() {
    return Seen.of(ticket);
  }

  /** More is worse. */
  public int risk() {
    return Finding.risk(findings);
  }

  /** The text in pieces, in order. */
  public List<Part> parts() {
    String text = ticket.handling().draft();
    List<Part> parts = new ArrayList<>();
    if (text == null) {
      return parts;
    }
    int from = 0;
    for (Finding finding : findings) {
      if (finding.start() > from) {
        parts.add(new Part(text.substring(from, finding.start()), null));
      }
      parts.add(new Part(finding.text(), finding));
      from = finding.end();
    }
    parts.add(new Part(text.substring(from), null));
    return parts;
  }
}
