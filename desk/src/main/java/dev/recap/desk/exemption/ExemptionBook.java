package dev.recap.desk.exemption;

import dev.recap.desk.exemption.Exemption.Terms;
import dev.recap.desk.review.RefusedException;
import dev.recap.desk.review.RefusedException.Reason;
import dev.recap.desk.rules.DeskRules;
import dev.recap.desk.ticket.TicketStore;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What a lead exempts from review, and the switch that stops all of it. Every change stays on
 * record with who and when. Safe for many threads and processes.
 */
public final class ExemptionBook {
  private final TicketStore store;
  private final InstantSource clock;

  public ExemptionBook(TicketStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * An exemption and its figures of the day, of UTC and by the desk's clock. They are those of its
   * category and priority, so that removing and adding one again gives no second cap.
   *
   * @param exempted how many went out, those that were undone among them
   * @param sampled how many were drawn for a look
   */
  public record Today(Exemption exemption, int exempted, int sampled) {}

  /** Those in force, by category and priority. */
  public List<Today> inForce() {
    return store.besides(handle ->
        ExemptionRows.all(handle).stream()
            .filter(one -> one.removed() == null)
            .map(one ->
                new Today(
                    one, today(handle, one, Verdict.EXEMPTED), today(handle, one, Verdict.SAMPLED)))
            .toList());
  }

  /** Those that were removed, the last one first. */
  public List<Exemption> removed() {
    return store.besides(ExemptionRows::all).stream()
        .filter(one -> one.removed() != null)
        .sorted((one, other) -> Long.compare(other.id(), one.id()))
        .toList();
  }

  /** How many drafts went out by an exemption today. */
  public int exemptedToday() {
    return store.besides(handle ->
        handle
            .createQuery("select count(*) from hand_in where day = :day and verdict = :verdict")
            .bind("day", day(clock).toString())
            .bind("verdict", Verdict.EXEMPTED.label())
            .mapTo(Integer.class)
            .one());
  }

  /**
   * Exempts what is handed in from now on.
   *
   * @throws RefusedException when the rules have no such values or send them to people, and when
   *     there is one for the same category and priority
   */
  public Exemption add(Terms terms, String by, DeskRules rules) {
    refuseUnless(DeskRules.names(rules.categories()), "category", terms.category());
    refuseUnless(DeskRules.names(rules.priorities()), "priority", terms.priority());
    if (rules.forPeople().contains(terms.category())) {
      throw new RefusedException(
          Reason.VALUE, "tickets about %s always go to a person".formatted(terms.category()));
    }
    return store.besides(handle -> {
      ExemptionRows.inForce(handle, terms.category(), terms.priority())
          .ifPresent(other -> {
            throw new RefusedException(
                Reason.CHANGED,
                "%s has exempted %s, %s already: remove that first"
                    .formatted(other.by(), terms.category(), terms.priority()));
          });
      long id =
          handle
              .createQuery(
                  """
                  insert into exemption (category, priority, daily_cap, reviewed_percent, by, at)
                  values (:category, :priority, :cap, :percent, :by, :at) returning id\
                  """)
              .bind("category", terms.category())
              .bind("priority", terms.priority())
              .bind("cap", terms.dailyCap())
              .bind("percent", terms.reviewedPercent())
              .bind("by", by)
              .bind("at", clock.instant().toString())
              .mapTo(Long.class)
              .one();
      return ExemptionRows.find(handle, id).orElseThrow();
    });
  }

  /**
   * Ends one; what went out by it stays.
   *
   * @throws RefusedException when there is none, or somebody has ended it
   */
  public Exemption remove(long id, String by) {
    return store.besides(handle -> {
      Exemption one =
          ExemptionRows.find(handle, id)
              .orElseThrow(() ->
                  new RefusedException(
                      Reason.UNKNOWN, "exemption is %d, but there is no such one".formatted(id)));
      if (one.removed() != null) {
        throw new RefusedException(
            Reason.CHANGED, "%s has removed it already".formatted(one.removed().by()));
      }
      handle
          .createUpdate("update exemption set removed_by = :by, removed_at = :at where id = :id")
          .bind("by", by)
          .bind("at", clock.instant().toString())
          .bind("id", id)
          .execute();
      return ExemptionRows.find(handle, id).orElseThrow();
    });
  }

  /** How the switch stands; empty where nobody has touched it, and exemptions hold. */
  public Optional<Switched> switched() {
    return store.besides(ExemptionRows::switched);
  }

  /**
   * Stops all exemptions, or lets them hold again; what is as it was stays on record as it was.
   *
   * @return how the switch stands now
   */
  public Switched set(boolean stopped, String by) {
    return store.besides(handle -> {
      Switched before = ExemptionRows.switched(handle).orElse(null);
      if (before != null && before.stopped() == stopped) {
        return before;
      }
      handle
          .createUpdate(
              "insert into exemption_switch (stopped, by, at) values (:stopped, :by, :at)")
          .bind("stopped", stopped ? 1 : 0)
          .bind("by", by)
          .bind("at", clock.instant().toString())
          .execute();
      return ExemptionRows.switched(handle).orElseThrow();
    });
  }

  /** The day that caps are counted by. */
  static LocalDate day(InstantSource clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private int today(Handle handle, Exemption one, Verdict verdict) {
    return ExemptionRows.count(handle, day(clock).toString(), one.terms(), verdict);
  }

  private static void refuseUnless(List<String> values, String field, String value) {
    if (!values.contains(value)) {
      throw new RefusedException(
          Reason.VALUE, "%s is '%s', but must be one of %s".formatted(field, value, values));
    }
  }
}
