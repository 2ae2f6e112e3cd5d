package dev.recap.desk.queue;

import dev.recap.desk.ticket.TicketStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets are meant: those that all parts agree on.
 *
 * @param statuses one of these; all where it is empty
 * @param values of some columns, one of these each, {@link #NOTHING} standing for none
 * @param customer the customer's number; null for all
 * @param times when they came in, and whether they have waited too long
 * @param text words that stand in the ticket, as people type them: nothing in it is syntax; the
 *     last word may be the beginning of one; {@link SearchWords} has the rest
 */
public record QueueFilter(
    Set<TicketStatus> statuses,
    Map<Column, Set<String>> values,
    @Nullable Integer customer,
    Times times,
    String text) {

  /** What stands in a column where nothing stands: nobody's, of no category, in no lot. */
  public static final String NOTHING = "";

  /** Every ticket. */
  public static final QueueFilter ALL = new QueueFilter(Set.of(), Map.of(), null, Times.ANY, "");

  /** The longest text that is looked for, in characters. */
  public static final int LONGEST_TEXT = 200;

  private static final int MOST_VALUES = 100;

  /** What has one value of a ticket, or none. */
  public enum Column {
    OWNER,
    CATEGORY,
    PRIORITY,
    TEAM,
    /** The shift that a ticket was picked for. */
    LOT
  }

  /**
   * Times of a ticket.
   *
   * @param from not before this, to the second; null for any
   * @param to before this, to the second; null for any
   * @param overdue what too long is; null for whatever has waited
   */
  public record Times(@Nullable Instant from, @Nullable Instant to, @Nullable Overdue overdue) {
    /** Whenever. */
    public static final Times ANY = new Times(null, null, null);
  }

  public QueueFilter {
    statuses = Set.copyOf(statuses);
    Map<Column, Set<String>> copies = new EnumMap<>(Column.class);
    values.forEach((column, wanted) -> {
      if (wanted.size() > MOST_VALUES) {
        throw new IllegalArgumentException(
            "%s had %,d values, but at most %d were expected"
                .formatted(column, wanted.size(), MOST_VALUES));
      }
      if (!wanted.isEmpty()) {
        // In one order, so that one filter is one statement.
        copies.put(column, Collections.unmodifiableSortedSet(new TreeSet<>(wanted)));
      }
    });
    values = Map.copyOf(copies);
    text = text.strip();
    if (text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "the text to look for has %,d characters, but at most %d were expected"
              .formatted(text.length(), LONGEST_TEXT));
    }
  }

  /** The same with these statuses. */
  public QueueFilter status(TicketStatus... one) {
    Set<TicketStatus> wanted = EnumSet.noneOf(TicketStatus.class);
    wanted.addAll(List.of(one));
    return new QueueFilter(wanted, values, customer, times, text);
  }

  /** The same with one of these in a column; any where none is given. */
  public QueueFilter with(Column column, String... one) {
    Map<Column, Set<String>> others = new EnumMap<>(Column.class);
    others.putAll(values);
    others.put(column, new LinkedHashSet<>(List.of(one)));
    return new QueueFilter(statuses, others, customer, times, text);
  }

  /** The same of one customer. */
  public QueueFilter customer(@Nullable Integer number) {
    return new QueueFilter(statuses, values, number, times, text);
  }

  /** The same at these times. */
  public QueueFilter times(Times other) {
    return new QueueFilter(statuses, values, customer, other, text);
  }

  /** The same with what has waited too long. */
  public QueueFilter overdue(Overdue overdue) {
    return times(new Times(times.from(), times.to(), overdue));
  }

  /** The same with these words. */
  public QueueFilter text(String words) {
    return new QueueFilter(statuses, values, customer, times, words);
  }
}
