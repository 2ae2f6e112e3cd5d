package dev.recap.desk.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.trial.TrialResult.About;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The trials that a desk has on record, with what people say of the replies. They stand in the
 * database of the desk, which is not the one that a trial is worked in. Safe for many threads.
 */
public record Trials(TicketStore desk) {

  /**
   * A trial in a list.
   *
   * @param at when it was ordered, ISO 8601
   * @param state as {@link About} has it
   */
  public record Listed(String id, String at, String by, String name, String state) {}

  /**
   * What a person says of a pair of replies.
   *
   * @param ticket its name
   * @param at when, ISO 8601
   */
  public record Rated(String ticket, String by, Rating rating, String at) {}

  /** Puts a trial on record, or what came of it since. */
  public void put(TrialResult result) {
    About about = result.about();
    desk.besides(handle ->
        handle
            .createUpdate(
                """
                insert into trial (id, at, by, name, state, result)
                values (:id, :at, :by, :name, :state, :result)
                on conflict (id) do update set state = excluded.state, result = excluded.result\
                """)
            .bind("id", about.id())
            .bind("at", about.at())
            .bind("by", about.by())
            .bind("name", about.name())
            .bind("state", about.state())
            .bind("result", TrialJson.text(result))
            .execute());
  }

  /** All of them, the newest first. */
  public List<Listed> all() {
    return desk.besides(handle ->
        handle
            .createQuery("select id, at, by, name, state from trial order by at desc, id")
            .map((row, context) ->
                new Listed(
                    row.getString("id"),
                    row.getString("at"),
                    row.getString("by"),
                    row.getString("name"),
                    row.getString("state")))
            .list());
  }

  /** What came of one; empty when there is none of that id. */
  public Optional<TrialResult> result(String id) {
    return desk.besides(handle -> result(handle, id));
  }

  private static Optional<TrialResult> result(Handle handle, String id) {
    return handle
        .createQuery("select result from trial where id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .map(json -> read(id, json));
  }

  private static TrialResult read(String id, String json) {
    try {
      return TrialJson.MAPPER.readValue(json, TrialResult.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("trial '%s' is on record as no result".formatted(id), e);
    }
  }

  /**
   * Puts on record what a person says of a pair; what the same one said of it before stays on
   * record and counts no more.
   *
   * @throws IllegalArgumentException when there is no such trial, or no such ticket in it
   */
  public void rate(String id, Rated rated) {
    desk.besides(handle -> {
      TrialResult result =
          result(handle, id)
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "trial is '%s', but there is no such one".formatted(id)));
      if (result.pairs().stream().noneMatch(pair -> pair.ticket().equals(rated.ticket()))) {
        throw new IllegalArgumentException(
            "ticket is '%s', but trial '%s' has no such one".formatted(rated.ticket(), id));
      }
      return handle
          .createUpdate(
              """
              insert into trial_rating (trial, ticket, by, at, rating)
              values (:trial, :ticket, :by, :at, :rating)\
              """)
          .bind("trial", id)
          .bind("ticket", rated.ticket())
          .bind("by", rated.by())
          .bind("at", Instant.parse(rated.at()).toString())
          .bind("rating", rated.rating().label())
          .execute();
    });
  }

  /** What each person said last of each pair, the oldest first. */
  public List<Rated> ratings(String id) {
    return desk.besides(handle ->
        handle
            .createQuery(
                """
                select * from trial_rating
                where id in (select max(id) from trial_rating where trial = :id group by ticket, by)
                order by id\
                """)
            .bind("id", id)
            .map((row, context) ->
                new Rated(
                    row.getString("ticket"),
                    row.getString("by"),
                    Rating.of(row.getString("rating")),
                    row.getString("at")))
            .list());
  }

  /**
   * Takes what was written by and to a customer out of all trials; the values that were chosen
   * stay, so the figures do, too.
   *
   * @param ticket the name of the customer's ticket
   */
  public void erase(String ticket) {
    erase(ticket, ticket);
  }

  /**
   * The same where the ticket's name says too much.
   *
   * @param instead the name that the ticket has in trials from now on
   */
  public void erase(String ticket, String instead) {
    desk.besides(handle -> {
      List<String> ids = handle.createQuery("select id from trial").mapTo(String.class).list();
      for (String id : ids) {
        TrialResult result = result(handle, id).orElseThrow();
        TrialResult without = result.withoutWords(ticket, instead);
        if (!without.equals(result)) {
          handle
              .createUpdate("update trial set result = :result where id = :id")
              .bind("result", TrialJson.text(without))
              .bind("id", id)
              .execute();
        }
      }
      return handle
          .createUpdate("update trial_rating set ticket = :instead where ticket = :ticket")
          .bind("instead", instead)
          .bind("ticket", ticket)
          .execute();
    });
  }

  /** Forgets a trial, with what was said of it. */
  public void delete(String id) {
    desk.besides(handle -> {
      handle.createUpdate("delete from trial_rating where trial = :id").bind("id", id).execute();
      return handle.createUpdate("delete from trial where id = :id").bind("id", id).execute();
    });
  }
}
