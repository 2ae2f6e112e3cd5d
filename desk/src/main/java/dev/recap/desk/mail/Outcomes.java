package dev.recap.desk.mail;

import dev.recap.desk.mail.TicketBook.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** How rows of the outbox go from state to state. */
final class Outcomes {
  /** What stands on a ticket whose reply nobody knows the fate of. */
  static final String NOBODY_KNOWS = "nobody knows whether the reply was sent";

  /** What stands on a ticket whose reply was refused. */
  static final String NOT_SENT = "the reply could not be sent";

  private static final String BY = "outbox";
  private static final int MAX_ATTEMPTS = 6;
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final int MAX_SAID = 500;

  private final InstantSource clock;
  private final TicketBook tickets;

  Outcomes(InstantSource clock) {
    this.clock = clock;
    this.tickets = new TicketBook(clock);
  }

  /**
   * Takes the reply that has been due longest, for an attempt that may begin once this is durable.
   */
  Optional<OutboxEntry> claim(Handle handle, Set<Way> ways) {
    return handle
        .createQuery(
            """
            update outbox set state = 'sending', attempts = attempts + 1
            where id = (select id from outbox
                        where state = 'waiting' and not_before <= :now and way in (<ways>)
                        order by not_before, id limit 1)
            returning id\
            """)
        .bindList("ways", ways.stream().map(Way::label).toList())
        .bind("now", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
        .mapTo(Long.class)
        .findOne()
        .map(id ->
            OutboxRows.query(handle, "where id = :id").bind("id", id).map(OutboxRows::entry).one());
  }

  /** What an attempt came to. */
  void settle(Handle handle, OutboxEntry attempt, Delivery delivery) {
    switch (delivery) {
      // Whoever knows that it was taken is believed, also after others have given it up.
      case Delivery.Accepted(String said) ->
          moved(handle, attempt, OutboxState.SENT, said, List.of("sending", "unknown", "waiting"));
      case Delivery.Refused(String said, boolean forNow) -> {
        if (forNow && attempt.progress().attempts() < MAX_ATTEMPTS) {
          later(handle, attempt, said);
        } else {
          moved(handle, attempt, OutboxState.FAILED, said, List.of("sending", "unknown"));
        }
      }
      case Delivery.Unclear(String said) ->
          moved(handle, attempt, OutboxState.UNKNOWN, said, List.of("sending"));
    }
  }

  /** Rows whose attempt was cut off with the process that made it. */
  int interrupted(Handle handle, Set<Way> ways) {
    List<OutboxEntry> cutOff =
        OutboxRows.query(handle, "where state = 'sending' and way in (<ways>) order by id")
            .bindList("ways", ways.stream().map(Way::label).toList())
            .map(OutboxRows::entry)
            .list();
    for (OutboxEntry entry : cutOff) {
      settle(
          handle, entry, new Delivery.Unclear("the program ended while this reply was being sent"));
    }
    return cutOff.size();
  }

  /** What a person made of a row. */
  void decided(Handle handle, OutboxEntry entry, String by, OutboxState state) {
    tickets.changed(
        handle,
        entry.mail().ticket(),
        by,
        new Change("reply", entry.state().label(), state.label()));
    tickets.noLongerNeedsPerson(handle, entry.mail().ticket(), by, reason(entry.state()));
  }

  private void moved(
      Handle handle, OutboxEntry attempt, OutboxState state, String said, List<String> from) {
    String shown = oneLine(said);
    int moved =
        handle
            .createUpdate(
                """
                update outbox set state = :state, said = :said
                where id = :id and attempts = :attempts and state in (<from>)\
                """)
            .bindList("from", from)
            .bind("state", state.label())
            .bind("said", shown)
            .bind("id", attempt.id())
            .bind("attempts", attempt.progress().attempts())
            .execute();
    if (moved == 0) {
      return;
    }
    int ticket = attempt.mail().ticket();
    tickets.changed(
        handle, ticket, BY, new Change("reply", "sending", state.label() + ": " + shown));
    if (state == OutboxState.SENT) {
      tickets.noLongerNeedsPerson(handle, ticket, BY, NOBODY_KNOWS);
    } else {
      tickets.needsPerson(handle, ticket, BY, reason(state));
    }
  }

  private static String reason(OutboxState state) {
    return state == OutboxState.UNKNOWN ? NOBODY_KNOWS : NOT_SENT;
  }

  private void later(Handle handle, OutboxEntry attempt, String said) {
    Instant next = clock.instant().plus(wait(attempt.progress().attempts()));
    handle
        .createUpdate(
            """
            update outbox set state = 'waiting', said = :said, not_before = :next
            where id = :id and attempts = :attempts and state in ('sending', 'unknown')\
            """)
        .bind("said", oneLine(said))
        .bind("next", Outbox.seconds(next).toString())
        .bind("id", attempt.id())
        .bind("attempts", attempt.progress().attempts())
        .execute();
  }

  /** 1, 4, 16 minutes, then an hour each time. */
  private static Duration wait(int attempts) {
    Duration wait = Duration.ofMinutes(1L << (2 * Math.min(attempts - 1, 3)));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  /** What others say goes on pages and into logs. */
  static String oneLine(String said) {
    String line =
        said.strip()
            .codePoints()
            .mapToObj(c -> Character.isISOControl(c) ? " " : Character.toString(c))
            .collect(Collectors.joining())
            .replaceAll(" {2,}", " ");
    return line.length() <= MAX_SAID ? line : line.substring(0, MAX_SAID) + "...";
  }
}
