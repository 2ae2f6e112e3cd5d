package dev.recap.web.people;

import dev.recap.desk.ticket.TicketStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who is signed in, in the desk's database: a restart signs nobody out. For any thread. */
public final class Sessions {
  /** How long one lasts at most. */
  public static final Duration LONGEST = Duration.ofDays(7);

  /** How long one lasts that nobody uses. */
  public static final Duration UNUSED = Duration.ofHours(24);

  /** Use is put on record this often: not every look at a page is a write. */
  private static final Duration NOTED = Duration.ofMinutes(5);

  private final TicketStore store;
  private final InstantSource clock;

  public Sessions(TicketStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Begins one, and forgets those that are over.
   *
   * @param name of somebody who is known
   * @return the secret that the browser keeps; nothing here can tell it again
   */
  public String begin(String name) {
    String secret = Secrets.next();
    Instant now = clock.instant();
    store.besides(handle -> {
      handle
          .createUpdate("delete from session where expires_at <= :now or seen_at <= :unused")
          .bind("now", Times.text(now))
          .bind("unused", Times.text(now.minus(UNUSED)))
          .execute();
      return handle
          .createUpdate(
              """
              insert into session (token_hash, person, created_at, seen_at, expires_at)
              values (:hash, :person, :now, :now, :expires)\
              """)
          .bind("hash", Secrets.hash(secret))
          .bind("person", People.known(handle, name).id())
          .bind("now", Times.text(now))
          .bind("expires", Times.text(now.plus(LONGEST)))
          .execute();
    });
    return secret;
  }

  /** Who is signed in with this secret; empty where nobody is, any more or ever. */
  public Optional<Person> find(String secret) {
    String hash = Secrets.hash(secret);
    Instant now = clock.instant();
    return store.besides(handle -> {
      Optional<Seen> found =
          handle
              .createQuery(
                  """
                  select p.name, p.role, s.seen_at from session s join person p on p.id = s.person
                  where s.token_hash = :hash and s.expires_at > :now and s.seen_at > :unused
                    and p.disabled_at is null\
                  """)
              .bind("hash", hash)
              .bind("now", Times.text(now))
              .bind("unused", Times.text(now.minus(UNUSED)))
              .map((row, context) ->
                  new Seen(People.person(row), Instant.parse(row.getString("seen_at"))))
              .findOne();
      if (found.isPresent() && found.get().at().plus(NOTED).isBefore(now)) {
        note(handle, hash, now);
      }
      return found.map(Seen::person);
    });
  }

  /** Ends one; one that is over, or never was, changes nothing. */
  public void end(String secret) {
    store.besides(handle ->
        handle
            .createUpdate("delete from session where token_hash = :hash")
            .bind("hash", Secrets.hash(secret))
            .execute());
  }

  private static void note(Handle handle, String hash, Instant now) {
    handle
        .createUpdate("update session set seen_at = :now where token_hash = :hash")
        .bind("now", Times.text(now))
        .bind("hash", hash)
        .execute();
  }

  private record Seen(Person person, Instant at) {}
}
