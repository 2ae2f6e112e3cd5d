package dev.recap.desk.exemption;

import dev.recap.desk.rules.DeskRules;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What becomes of a draft that was handed in: it goes out, or a person looks, and why. */
public enum Verdict {
  /** It goes out without a person's look. */
  EXEMPTED("it went out by an exemption"),
  NOT_EXEMPT("no exemption is for its category and priority"),
  /** It was decided on, taken, closed or begun anew before it was settled. */
  NOT_WAITING("it did not wait for a look any more"),
  STALE("the customer has written since the draft was made"),
  FOR_PEOPLE("its category goes to people"),
  NO_EVIDENCE("no article was read for it"),
  MARKED("something in the draft was marked"),
  STOPPED("exemptions were stopped"),
  SAMPLED("it was drawn for a look"),
  CAP_USED("the day's cap was used up"),
  FAILED("it could not be let out");

  private final String why;

  Verdict(String why) {
    this.why = why;
  }

  /** The reason, as a person reads it. */
  public String why() {
    return why;
  }

  /** As it stands in the database. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * All that a verdict goes by.
   *
   * @param opening which handing in of the ticket it is, from 1
   * @param exemption the one in force for its category and priority; null for none
   * @param usedToday how many of that category and priority went out by exemption today
   */
  record Case(
      Ticket ticket,
      int opening,
      Exemption.@Nullable Terms exemption,
      boolean stopped,
      Checked checked,
      int usedToday) {}

  /**
   * What code found.
   *
   * @param evidence how many articles were read
   * @param findings how many places of the draft were marked
   */
  record Checked(int evidence, int findings) {}

  /** Decides. Whatever speaks for a look is asked before the sample, and the cap last. */
  static Verdict of(Case one, DeskRules rules) {
    Ticket ticket = one.ticket();
    if (ticket.status() != TicketStatus.COMPLETED
        || ticket.care().owner() != null
        || ticket.handling().draft() == null) {
      return NOT_WAITING;
    }
    Exemption.Terms terms = one.exemption();
    if (terms == null) {
      return NOT_EXEMPT;
    }
    if (ticket.care().isStale()) {
      return STALE;
    }
    if (rules.forPeople().contains(terms.category())) {
      return FOR_PEOPLE;
    }
    if (one.checked().evidence() == 0) {
      return NO_EVIDENCE;
    }
    if (one.checked().findings() > 0) {
      return MARKED;
    }
    if (one.stopped()) {
      return STOPPED;
    }
    if (Sample.has(ticket.id(), one.opening(), terms.reviewedPercent())) {
      return SAMPLED;
    }
    return one.usedToday() < terms.dailyCap() ? EXEMPTED : CAP_USED;
  }
}
