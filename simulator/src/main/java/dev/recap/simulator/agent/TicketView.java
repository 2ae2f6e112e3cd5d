package dev.recap.simulator.agent;

import dev.recap.simulator.reader.ItemView;
import dev.recap.simulator.reader.Statement;
import dev.recap.simulator.reader.Words;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the messages say of one ticket. */
final class TicketView extends ItemView {
  /** What a customer writes who was charged twice or wants money back. */
  private static final Pattern REFUND_WISH =
      Words.wholeWords(
          "refund\\w*|money back|reimburs\\w*|(?:charged?|billed|paid)\\b[^.!?]{0,40}\\b(?:twice|two times|again|double)"
              + "|(?:double|duplicate|second|same) (?:charge|payment|billing|invoice)");

  private final boolean refunds;

  /**
   * Of which nothing is known.
   *
   * @param refunds whether there is a tool that issues refunds
   */
  TicketView(int number, boolean refunds) {
    super(number, Step.COMPLETE.tool());
    this.refunds = refunds;
  }

  String id() {
    return TicketWords.NAMES.prefix() + number();
  }

  /** Whether a step is known to be done; fetching is implied by whatever came after it. */
  boolean done(Step step) {
    return switch (step) {
      case FETCH -> open() || anyDone();
      case COMPLETE -> closed();
      case CLASSIFY, RESEARCH, PRIORITISE, ROUTE, REFUND, DRAFT -> said(step).orElse(false);
    };
  }

  private Optional<Boolean> said(Step step) {
    return said(Statement.ALL, step.tool());
  }

  @Override
  public boolean inProgress() {
    return !closed() && done(Step.FETCH);
  }

  /** The first step that is not known to be done. */
  Optional<Step> next() {
    return undone().stream().findFirst();
  }

  /** The steps not known to be done, in order. */
  List<Step> undone() {
    return steps().stream().filter(step -> !done(step)).toList();
  }

  /** The steps known to be done, in order. */
  List<Step> doneSteps() {
    return steps().stream().filter(this::done).toList();
  }

  /** The steps it needs, in order: the seven, and a refund where one is due. */
  private Set<Step> steps() {
    Set<Step> needed = EnumSet.copyOf(Step.SEVEN);
    if (refundDue()) {
      needed.add(Step.REFUND);
    }
    return needed;
  }

  /**
   * Whether a refund belongs to it: it is about billing, and its customer was charged twice or
   * wants money back. Or a text speaks of its refund as done or still to do.
   */
  private boolean refundDue() {
    boolean asked =
        Arrays.stream(Field.values())
            .flatMap(field -> fact(field).stream())
            .anyMatch(value -> REFUND_WISH.matcher(value).find());
    boolean billing = fact(Field.CATEGORY).filter("billing"::equals).isPresent();
    return refunds && ((billing && asked) || said(Step.REFUND).isPresent());
  }

  /** Whether nobody can say if a refund is due before the customer's words are read again. */
  boolean refundUnclear() {
    boolean billing = fact(Field.CATEGORY).filter("billing"::equals).isPresent();
    return refunds && billing && !wordsKnown() && !said(Step.REFUND).isPresent();
  }

  Optional<String> fact(Field field) {
    return fact(Statement.ALL, field.key());
  }

  /** Whether the customer's own words are in view. */
  boolean wordsKnown() {
    return fact(Field.SUBJECT).isPresent() || fact(Field.DESCRIPTION).isPresent();
  }

  /** Whoever is closed has all steps done. */
  @Override
  public void close() {
    super.close();
    Arrays.stream(Step.values())
        .filter(step -> step != Step.COMPLETE)
        .forEach(step -> set(Statement.ALL, step.tool(), true));
  }

  /** Claims the undone steps before completion, as a summary that lies does. */
  TicketView withAllButCompletionClaimed() {
    TicketView claimed = copy();
    claimed.undone().stream()
        .filter(step -> step != Step.COMPLETE)
        .forEach(step -> claimed.set(Statement.ALL, step.tool(), true));
    return claimed;
  }

  /** The same ticket claimed closed. */
  TicketView claimedClosed() {
    TicketView claimed = copy();
    claimed.close();
    return claimed;
  }

  /** A ticket claimed closed of which nothing else is known. */
  static TicketView closedWithout(int number) {
    TicketView claimed = unknown(number);
    claimed.close();
    return claimed;
  }

  /** A ticket of which nothing is known but its number. */
  static TicketView unknown(int number) {
    return new TicketView(number, false);
  }

  private TicketView copy() {
    TicketView copy = new TicketView(number(), refunds);
    copy.like(this);
    return copy;
  }
}
