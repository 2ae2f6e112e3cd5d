package dev.recap.desk.batch;

import dev.recap.desk.batch.Batch.Budget;
import dev.recap.desk.batch.Batch.Made;
import dev.recap.desk.batch.Batch.Settings;
import dev.recap.desk.batch.Batch.State;
import dev.recap.desk.batch.Batch.Way;
import dev.recap.desk.ticket.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The batches that were ordered, in a table beside the journals, which is made where there is none.
 * What was done and what was spent stands in the journals alone. Safe for many threads.
 */
public final class Batches {
  private static final int NEWEST = 1;

  /** "batch" in ASCII, and no other meaning. */
  private static final long LOCK = 422_810_526_568L;

  private final Jdbi jdbi;

  private Batches(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Those of a database, SQLite or PostgreSQL.
   *
   * @throws IllegalStateException when a newer release made the table
   */
  public static Batches in(DataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    jdbi.useTransaction(Batches::migrate);
    return new Batches(jdbi);
  }

  private static void migrate(Handle handle) {
    // Two processes may come at once: the second waits, and then finds it done.
    if (Dialect.of(handle) == Dialect.POSTGRESQL) {
      handle.execute("select pg_advisory_xact_lock(" + LOCK + ")");
    }
    handle.execute("create table if not exists recap_batch_schema (version integer primary key)");
    handle.execute("insert into recap_batch_schema (version) values (0) on conflict do nothing");
    int version =
        handle
            .createQuery("select max(version) from recap_batch_schema")
            .mapTo(Integer.class)
            .one();
    if (version > NEWEST) {
      throw new IllegalStateException(
          "the table of batches has version %d: a newer release made it, this one knows version %d"
              .formatted(version, NEWEST));
    }
    if (version < NEWEST) {
      handle.execute(text(NEWEST + ".sql"));
      handle.execute("insert into recap_batch_schema (version) values (?)", NEWEST);
    }
  }

  private static String text(String name) {
    try (InputStream in = Batches.class.getResourceAsStream(name)) {
      String sql =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      return sql.strip().replaceFirst(";$", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts an order on record, stopped as yet; where there is one of that id, that one stays. */
  public Batch order(String id, Made made, Settings settings, Budget budget) {
    var batch = new Batch(id, made, settings, budget, State.STOPPED, Batch.NOT_BEGUN, null);
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into recap_batch (id, made, made_by, desk, model, way, threshold, workers,
                                         dollars, tokens, state, remark)
                values (:id, :made, :by, :desk, :model, :way, :threshold, :workers,
                        :dollars, :tokens, :state, :remark)
                on conflict (id) do nothing\
                """)
            .bind("id", id)
            .bind("made", made.at().toEpochMilli())
            .bind("by", made.by())
            .bind("desk", settings.desk())
            .bind("model", settings.model())
            .bind("way", settings.way().name())
            .bind("threshold", settings.threshold())
            .bind("workers", settings.workers())
            .bind("dollars", dollars(budget))
            .bind("tokens", tokens(budget))
            .bind("state", batch.state().name())
            .bind("remark", batch.remark())
            .execute());
    return get(id);
  }

  private static @Nullable Double dollars(Budget budget) {
    return budget.inMoney() ? budget.dollars() : null;
  }

  private static @Nullable Long tokens(Budget budget) {
    return budget.tokens() < Long.MAX_VALUE ? budget.tokens() : null;
  }

  /** All of them, the newest first. */
  public List<Batch> all() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from recap_batch order by made desc, id")
            .map((row, context) -> batch(row))
            .list());
  }

  /**
   * The one with this id.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Batch get(String id) {
    return find(id)
        .orElseThrow(() ->
            new IllegalArgumentException("batch is '%s', but there is no such one".formatted(id)));
  }

  /** The one with this id; empty when there is none. */
  public Optional<Batch> find(String id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from recap_batch where id = :id")
            .bind("id", id)
            .map((row, context) -> batch(row))
            .findOne());
  }

  private static Batch batch(ResultSet row) throws SQLException {
    double dollars = row.getDouble("dollars");
    double most = row.wasNull() ? Double.POSITIVE_INFINITY : dollars;
    long tokens = row.getLong("tokens");
    long mostTokens = row.wasNull() ? Long.MAX_VALUE : tokens;
    return new Batch(
        row.getString("id"),
        new Made(Instant.ofEpochMilli(row.getLong("made")), row.getString("made_by")),
        new Settings(
            row.getString("desk"),
            row.getString("model"),
            Way.valueOf(row.getString("way")),
            row.getLong("threshold"),
            row.getInt("workers")),
        new Budget(most, mostTokens),
        State.valueOf(row.getString("state")),
        row.getString("remark"),
        row.getString("cancelled_by"));
  }

  /** Gives a batch another budget. */
  public void budget(String id, Budget budget) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "update recap_batch set dollars = :dollars, tokens = :tokens where id = :id")
            .bind("dollars", dollars(budget))
            .bind("tokens", tokens(budget))
            .bind("id", id)
            .execute());
  }

  /** Says how far it came, unless it was cancelled. */
  public void state(String id, State state, String remark) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "update recap_batch set state = :state, remark = :remark where id = :id and state <> 'CANCELLED'")
            .bind("state", state.name())
            .bind("remark", remark)
            .bind("id", id)
            .execute());
  }

  /** Puts on record that somebody wants it to end, unless somebody did before. */
  void cancelled(String id, String by) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "update recap_batch set cancelled_by = :by where id = :id and cancelled_by is null")
            .bind("by", by)
            .bind("id", id)
            .execute());
  }

  /** Who wants it to end; empty for nobody. */
  Optional<String> cancelled(String id) {
    return get(id).cancelled();
  }
}
