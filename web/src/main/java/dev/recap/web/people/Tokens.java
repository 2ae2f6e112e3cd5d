package dev.recap.web.people;

import dev.recap.desk.ticket.TicketStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What programs show in place of a password, in the desk's database. For any thread. */
public final class Tokens {
  /** So that who finds one, in a log or a repository, knows what it is. */
  private static final String PREFIX = "recap_";

  private final TicketStore store;
  private final InstantSource clock;

  public Tokens(TicketStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Whose a token is, and what it is good for. */
  public record Bearer(Person person, Scope scope) {}

  /**
   * A token as it is listed, without its secret.
   *
   * @param over whether it was revoked or has expired
   */
  public record Listed(String person, String label, Scope scope, Instant expires, boolean over) {}

  /**
   * Makes one.
   *
   * @param label what tells it from the person's other ones
   * @return the secret; nothing here can tell it again
   * @throws IllegalArgumentException when there is nobody of that name, they may not sign in, or
   *     they have a token of that label
   */
  public String issue(String name, String label, Scope scope, Duration lasts) {
    String secret = PREFIX + Secrets.next();
    Instant now = clock.instant();
    store.besides(handle -> {
      Account account = People.known(handle, name);
      if (account.disabledAt() != null) {
        throw new IllegalArgumentException(
            "name is '%s', who may not sign in any more".formatted(name));
      }
      boolean taken =
          handle
              .createQuery(
                  "select exists (select 1 from api_token where person = :id and label = :label)")
              .bind("id", account.id())
              .bind("label", label)
              .mapTo(Boolean.class)
              .one();
      if (taken) {
        throw new IllegalArgumentException(
            "label is '%s', but %s has a token of that label already".formatted(label, name));
      }
      return handle
          .createUpdate(
              """
              insert into api_token (token_hash, person, label, scope, created_at, expires_at)
              values (:hash, :id, :label, :scope, :now, :expires)\
              """)
          .bind("hash", Secrets.hash(secret))
          .bind("id", account.id())
          .bind("label", label)
          .bind("scope", scope.label())
          .bind("now", Times.text(now))
          .bind("expires", Times.text(now.plus(lasts)))
          .execute();
    });
    return secret;
  }

  /** Whose a secret is; empty for what is no token, or is one no more. */
  public Optional<Bearer> find(String secret) {
    return store.besides(handle ->
        handle
            .createQuery(
                """
                select p.name, p.role, t.scope from api_token t join person p on p.id = t.person
                where t.token_hash = :hash and t.expires_at > :now and t.revoked_at is null
                  and p.disabled_at is null\
                """)
            .bind("hash", Secrets.hash(secret))
            .bind("now", Times.text(clock.instant()))
            .map((row, context) -> new Bearer(People.person(row), Scope.of(row.getString("scope"))))
            .findOne());
  }

  /** All of them, the newest last. */
  public List<Listed> all() {
    String now = Times.text(clock.instant());
    return store.besides(handle ->
        handle
            .createQuery(
                """
                select p.name, t.* from api_token t join person p on p.id = t.person
                order by t.created_at, p.name, t.label\
                """)
            .map((row, context) ->
                new Listed(
                    row.getString("name"),
                    row.getString("label"),
                    Scope.of(row.getString("scope")),
                    Instant.parse(row.getString("expires_at")),
                    row.getString("revoked_at") != null
                        || row.getString("expires_at").compareTo(now) <= 0))
            .list());
  }

  /**
   * Ends one.
   *
   * @throws IllegalArgumentException when there is nobody of that name, or no such token
   */
  public void revoke(String name, String label) {
    store.besides(handle -> {
      int changed =
          handle
              .createUpdate(
                  """
                  update api_token set revoked_at = coalesce(revoked_at, :now)
                  where person = :id and label = :label\
                  """)
              .bind("now", Times.text(clock.instant()))
              .bind("id", People.known(handle, name).id())
              .bind("label", label)
              .execute();
      if (changed == 0) {
        throw new IllegalArgumentException(
            "label is '%s', but %s has no token of that label".formatted(label, name));
      }
      return changed;
    });
  }
}
