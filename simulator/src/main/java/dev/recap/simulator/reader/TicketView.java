package dev.recap.simulator.reader;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the messages say of one ticket. */
public final class TicketView {
  private final int number;
  private final Map<Step, Boolean> steps = new EnumMap<>(Step.class);
  private final Map<Field, String> facts = new EnumMap<>(Field.class);
  private final boolean refunds;
  private boolean open;

  TicketView(int number, boolean refunds) {
    this.number = number;
    this.refunds = refunds;
  }

  public int number() {
    return number;
  }

  public String id() {
    return "TICKET-" + number;
  }

  /** Whether a step is known to be done; fetching is implied by whatever came after it. */
  public boolean done(Step step) {
    if (step == Step.FETCH) {
      return open || steps.containsValue(true);
    }
    return steps.getOrDefault(step, false);
  }

  public boolean closed() {
    return done(Step.COMPLETE);
  }

  /** Whether work on it was begun and is not over. */
  public boolean inProgress() {
    return !closed() && done(Step.FETCH);
  }

  /** The first step that is not known to be done. */
  public Optional<Step> next() {
    return undone().stream().findFirst();
  }

  /** The steps not known to be done, in order. */
  public List<Step> undone() {
    return steps().stream().filter(step -> !done(step)).toList();
  }

  /** The steps known to be done, in order. */
  public List<Step> doneSteps() {
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
    boolean asked = facts.values().stream().anyMatch(v -> Vocabulary.REFUND_WISH.matcher(v).find());
    boolean billing = fact(Field.CATEGORY).filter("billing"::equals).isPresent();
    return refunds && ((billing && asked) || steps.containsKey(Step.REFUND));
  }

  /** Whether nobody can say if a refund is due before the customer's words are read again. */
  public boolean refundUnclear() {
    boolean billing = fact(Field.CATEGORY).filter("billing"::equals).isPresent();
    return refunds && billing && !wordsKnown() && !steps.containsKey(Step.REFUND);
  }

  public Optional<String> fact(Field field) {
    return Optional.ofNullable(facts.get(field));
  }

  /** Whether the customer's own words are in view. */
  public boolean wordsKnown() {
    return facts.containsKey(Field.SUBJECT) || facts.containsKey(Field.DESCRIPTION);
  }

  /** Whether anything is said of it that bears on the work. */
  public boolean known() {
    return open || !steps.isEmpty() || !facts.isEmpty();
  }

  void set(Step step, boolean done) {
    steps.put(step, done);
    if (step == Step.COMPLETE && done) {
      close();
    }
  }

  void close() {
    for (Step step : Set.of(Step.values())) {
      steps.put(step, true);
    }
    open = false;
  }

  void open() {
    open = true;
    steps.put(Step.COMPLETE, false);
  }

  void fact(Field field, String value) {
    facts.put(field, value);
  }

  /** Claims the undone steps before completion, as a summary that lies does. */
  public TicketView withAllButCompletionClaimed() {
    TicketView claimed = copy();
    claimed.undone().stream()
        .filter(step -> step != Step.COMPLETE)
        .forEach(step -> claimed.set(step, true));
    return claimed;
  }

  /** The same ticket claimed closed. */
  public TicketView claimedClosed() {
    TicketView claimed = copy();
    claimed.close();
    return claimed;
  }

  /** A ticket claimed closed of which nothing else is known. */
  public static TicketView closedWithout(int number) {
    TicketView claimed = unknown(number);
    claimed.close();
    return claimed;
  }

  /** A ticket of which nothing is known but its number. */
  public static TicketView unknown(int number) {
    return new TicketView(number, false);
  }

  private TicketView copy() {
    TicketView copy = new TicketView(number, refunds);
    copy.steps.putAll(steps);
    copy.facts.putAll(facts);
    copy.open = open;
    return copy;
  }
}
