package dev.recap.simulator.agent;

import dev.recap.simulator.reader.ItemView;
import dev.recap.simulator.reader.Statement;
import dev.recap.simulator.reader.Step.Todo;
import dev.recap.simulator.reader.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the messages say of one ticket. */
final class TicketView extends ItemView<TicketStep> {
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
    super(TicketWords.NAMES, number, TicketStep.FETCH, TicketStep.COMPLETE);
    this.refunds = refunds;
  }

  boolean done(TicketStep step) {
    return done(todo(step));
  }

  private static Todo<TicketStep> todo(TicketStep step) {
    return new Todo<>(step, Statement.ALL);
  }

  @Override
  protected boolean handedOut() {
    return false;
  }

  /** The seven, and a refund where one is due. */
  @Override
  protected List<Todo<TicketStep>> steps() {
    return Arrays.stream(TicketStep.values())
        .filter(step -> step != TicketStep.REFUND || refundDue())
        .map(TicketView::todo)
        .toList();
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
    return refunds && ((billing() && asked) || refundSaid());
  }

  private boolean billing() {
    return fact(Field.CATEGORY).filter("billing"::equals).isPresent();
  }

  private boolean refundSaid() {
    return said(Statement.ALL, TicketStep.REFUND).isPresent();
  }

  /** Whether the customer's own words are in view. */
  private boolean wordsKnown() {
    return fact(Field.SUBJECT).isPresent() || fact(Field.DESCRIPTION).isPresent();
  }

  @Override
  public boolean lacksFacts(Todo<TicketStep> todo) {
    boolean topic = wordsKnown() || fact(Field.CATEGORY).isPresent();
    return switch (todo.step()) {
      case CLASSIFY, RESEARCH -> !topic;
      case PRIORITISE -> !topic && fact(Field.PRIORITY).isEmpty();
      case ROUTE -> !topic && fact(Field.TEAM).isEmpty();
      // Nobody can say if a refund is due before the customer's words are read again.
      case DRAFT, COMPLETE -> refunds && billing() && !wordsKnown() && !refundSaid();
      case FETCH, REFUND -> false;
    };
  }

  Optional<String> fact(Field field) {
    return fact(Statement.ALL, field.key());
  }

  /** Its category, priority and team, such as "category billing", as far as they were set. */
  List<String> values() {
    return Stream.of(
            value(Field.CATEGORY, TicketStep.CLASSIFY),
            value(Field.PRIORITY, TicketStep.PRIORITISE),
            value(Field.TEAM, TicketStep.ROUTE))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> value(Field field, TicketStep step) {
    return fact(field).filter(any -> done(step)).map(value -> field.key() + " " + value);
  }

  /** Whoever is closed has all steps done, also when it is opened again. */
  @Override
  protected void close() {
    super.close();
    Arrays.stream(TicketStep.values())
        .filter(step -> step != TicketStep.COMPLETE)
        .forEach(step -> set(Statement.ALL, step.tool(), true));
  }
}
