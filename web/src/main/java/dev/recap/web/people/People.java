package dev.recap.web.people;

import dev.recap.desk.ticket.TicketStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** The people of a desk, in its database. For any thread; several processes may change them. */
public final class People {
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@-]{0,59}");

  private final TicketStore store;
  private final InstantSource clock;

  public People(TicketStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Adds somebody.
   *
   * @param password what {@link Passwords#keep} says is kept of it
   * @throws IllegalArgumentException when the name cannot be used or is somebody's
   */
  public void add(Person person, String password) {
    String name = checked(person.name());
    store.besides(handle -> {
      if (find(handle, name).isPresent()) {
        throw new IllegalArgumentException(
            "name is '%s', but there is somebody of that name already".formatted(name));
      }
      return handle
          .createUpdate(
              """
              insert into person (name, name_key, role, password, created_at)
              values (:name, :key, :role, :password, :at)\
              """)
          .bind("name", name)
          .bind("key", key(name))
          .bind("role", person.role().label())
          .bind("password", password)
          .bind("at", Times.text(clock.instant()))
          .execute();
    });
  }

  /** Whether anybody was ever added: from then on, everybody signs in. */
  public boolean exist() {
    return store.besides(handle ->
        handle.createQuery("select exists (select 1 from person)").mapTo(Boolean.class).one());
  }

  /** All of them, in the order in which they came. */
  public List<Account> all() {
    return store.besides(handle ->
        handle
            .createQuery("select * from person order by id")
            .map((row, context) -> account(row))
            .list());
  }

  /** Somebody by name, however it is capitalised. */
  public Optional<Account> find(String name) {
    return store.besides(handle -> find(handle, name));
  }

  /**
   * Gives somebody another password and ends all their sessions.
   *
   * @param password what {@link Passwords#keep} says is kept of it
   * @throws IllegalArgumentException when there is nobody of that name
   */
  public void changePassword(String name, String password) {
    store.besides(handle -> {
      int id = known(handle, name).id();
      endSessions(handle, id);
      return handle
          .createUpdate("update person set password = :password where id = :id")
          .bind("password", password)
          .bind("id", id)
          .execute();
    });
  }

  /**
   * Lets somebody in no more: their sessions and tokens end at once, and what they did stays.
   *
   * @throws IllegalArgumentException when there is nobody of that name
   */
  public void disable(String name) {
    store.besides(handle -> {
      int id = known(handle, name).id();
      endSessions(handle, id);
      return handle
          .createUpdate("update person set disabled_at = coalesce(disabled_at, :at) where id = :id")
          .bind("at", Times.text(clock.instant()))
          .bind("id", id)
          .execute();
    });
  }

  /** What is kept of the password of somebody who may sign in. */
  Optional<String> password(String name) {
    return store.besides(handle ->
        handle
            .createQuery(
                "select password from person where name_key = :key and disabled_at is null")
            .bind("key", key(name))
            .mapTo(String.class)
            .findOne());
  }

  static Account known(Handle handle, String name) {
    return find(handle, name)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "name is '%s', but there is nobody of that name".formatted(name)));
  }

  static Person person(ResultSet row) throws SQLException {
    return new Person(row.getString("name"), Role.of(row.getString("role")));
  }

  private static Optional<Account> find(Handle handle, String name) {
    return handle
        .createQuery("select * from person where name_key = :key")
        .bind("key", key(name))
        .map((row, context) -> account(row))
        .findOne();
  }

  private static void endSessions(Handle handle, int person) {
    handle.createUpdate("delete from session where person = :id").bind("id", person).execute();
  }

  private static Account account(ResultSet row) throws SQLException {
    String disabled = row.getString("disabled_at");
    return new Account(
        row.getInt("id"),
        person(row),
        Instant.parse(row.getString("created_at")),
        disabled == null ? null : Instant.parse(disabled));
  }

  private static String checked(String name) {
    String normal = Normalizer.normalize(name, Normalizer.Form.NFC);
    if (!NAME.matcher(normal).matches()) {
      throw new IllegalArgumentException(
          "name is '%s', but up to 60 letters, digits and . _ @ - were expected".formatted(name));
    }
    return normal;
  }

  private static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
