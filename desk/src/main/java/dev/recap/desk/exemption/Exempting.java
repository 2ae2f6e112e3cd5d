package dev.recap.desk.exemption;

import dev.recap.desk.exemption.Verdict.Case;
import dev.recap.desk.exemption.Verdict.Checked;
import dev.recap.desk.review.Change;
import dev.recap.desk.review.Deciding;
import dev.recap.desk.review.DeskCustomers;
import dev.recap.desk.review.DraftCheck;
import dev.recap.desk.review.DraftSources;
import dev.recap.desk.review.Release;
import dev.recap.desk.rules.DeskRules;
import dev.recap.desk.ticket.Evidence;
import dev.recap.desk.ticket.GuidanceRecord;
import dev.recap.desk.ticket.Message;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketLists;
import dev.recap.desk.ticket.TicketStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles what was handed in: a draft goes out by an exemption, or a person looks at it. That a
 * draft was handed in is on record with the handing in itself, and each is settled once, in one
 * transaction with the verdict, the approval and what the cap counts. So a pass can be made at any
 * time, by any number of threads and processes, and makes up for one that a crash prevented.
 *
 * <p>A draft that was settled is left to people for good: neither undoing its approval nor an
 * exemption that comes later lets it out again.
 */
public final class Exempting {
  private static final Logger LOG = LoggerFactory.getLogger(Exempting.class);

  private final TicketStore store;
  private final GuidanceRecord guidance;
  private final InstantSource clock;
  private final Deciding deciding;

  /**
   * Settles nothing yet.
   *
   * @param release where what is approved goes
   */
  public Exempting(
      TicketStore store, GuidanceRecord guidance, Release release, InstantSource clock) {
    this.store = store;
    this.guidance = guidance;
    this.clock = clock;
    this.deciding = new Deciding(release, clock);
  }

  private record HandIn(long id, int ticket, int opening) {}

  /**
   * Settles all that is not settled, oldest first, each in a transaction of its own. A draft that
   * cannot be let out is left to people, and keeps nobody from the others.
   *
   * @throws JdbiException when the database fails: what is not settled then is settled by the next
   */
  public void pass() {
    List<HandIn> unsettled = store.besides(Exempting::unsettled);
    if (unsettled.isEmpty()) {
      return;
    }
    DeskRules rules = guidance.now().rules();
    unsettled.forEach(one -> settle(one, rules));
  }

  private void settle(HandIn one, DeskRules rules) {
    try {
      store.besides(handle -> settled(handle, one, ticket -> verdict(handle, one, ticket, rules)));
    } catch (JdbiException databaseFailed) {
      throw databaseFailed;
    } catch (RuntimeException failure) {
      LOG.warn("handing in {} is left to people", one.id(), failure);
      store.besides(handle -> settled(handle, one, ticket -> Verdict.FAILED));
    }
  }

  private static List<HandIn> unsettled(Handle handle) {
    return handle
        .createQuery("select id, ticket, opening from hand_in where verdict is null order by id")
        .map((row, context) ->
            new HandIn(row.getLong("id"), row.getInt("ticket"), row.getInt("opening")))
        .list();
  }

  /** Puts a verdict on record and does what it says, unless there is one. */
  private boolean settled(Handle handle, HandIn one, Function<Ticket, Verdict> judge) {
    if (!isUnsettled(handle, one)) {
      return false;
    }
    Ticket ticket = TicketLists.numbered(handle, one.ticket()).orElseThrow();
    Exemption exemption = exemption(handle, ticket).orElse(null);
    Verdict verdict = judge.apply(ticket);
    handle
        .createUpdate(
            """
            update hand_in set verdict = :verdict, exemption = :exemption, category = :category,
                               priority = :priority, day = :day
            where id = :id\
            """)
        .bind("verdict", verdict.label())
        .bind("exemption", exemption == null ? null : exemption.id())
        .bind("category", ticket.handling().category())
        .bind("priority", ticket.handling().priority())
        .bind("day", ExemptionBook.day(clock).toString())
        .bind("id", one.id())
        .execute();
    if (exemption != null) {
      carryOut(handle, ticket, exemption, verdict);
    }
    return true;
  }

  private static Optional<Exemption> exemption(Handle handle, Ticket ticket) {
    return ExemptionRows.inForce(
        handle, ticket.handling().category(), ticket.handling().priority());
  }

  private void carryOut(Handle handle, Ticket ticket, Exemption exemption, Verdict verdict) {
    String by = exemption.signature();
    if (verdict == Verdict.EXEMPTED) {
      deciding.exempted(handle, ticket, exemption.id(), by);
    } else if (verdict != Verdict.NOT_WAITING) {
      Change.write(
          handle,
          ticket.number(),
          Change.of(clock.instant(), by, "left for a look", null, verdict.why()));
    }
  }

  private Verdict verdict(Handle handle, HandIn one, Ticket ticket, DeskRules rules) {
    if (!isLast(handle, one)) {
      return Verdict.NOT_WAITING;
    }
    Exemption.Terms terms = exemption(handle, ticket).map(Exemption::terms).orElse(null);
    if (terms == null) {
      return Verdict.of(new Case(ticket, one.opening(), null, false, new Checked(0, 0), 0), rules);
    }
    boolean stopped = ExemptionRows.switched(handle).filter(Switched::stopped).isPresent();
    String day = ExemptionBook.day(clock).toString();
    int used = ExemptionRows.count(handle, day, terms, Verdict.EXEMPTED);
    Checked checked = checked(handle, ticket, rules);
    return Verdict.of(new Case(ticket, one.opening(), terms, stopped, checked, used), rules);
  }

  private static Checked checked(Handle handle, Ticket ticket, DeskRules rules) {
    List<Evidence> evidence = Evidence.of(handle, ticket.number());
    String draft = Optional.ofNullable(ticket.handling().draft()).orElse("");
    DraftSources sources =
        DraftSources.of(ticket, Message.of(handle, ticket.number()), evidence, rules.guidance());
    var check = new DraftCheck(DeskCustomers.of(handle));
    return new Checked(evidence.size(), check.findings(draft, sources).size());
  }

  private static boolean isUnsettled(Handle handle, HandIn one) {
    return handle
        .createQuery("select count(*) from hand_in where id = :id and verdict is null")
        .bind("id", one.id())
        .mapTo(Boolean.class)
        .one();
  }

  /** Whether the draft that stands there is the one that was handed in then. */
  private static boolean isLast(Handle handle, HandIn one) {
    return handle
        .createQuery(
            "select count(*) = 0 from hand_in where ticket = :ticket and opening > :opening")
        .bind("ticket", one.ticket())
        .bind("opening", one.opening())
        .mapTo(Boolean.class)
        .one();
  }
}
