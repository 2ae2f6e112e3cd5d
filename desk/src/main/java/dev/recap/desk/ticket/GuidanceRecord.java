package dev.recap.desk.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.desk.rules.DeskRules;
import dev.recap.desk.rules.Guidance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a desk in all their versions. A version is never changed: editing makes the next
 * one, and each draft says which it was made with. Safe for many threads and processes.
 */
public final class GuidanceRecord {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TicketStore store;
  private final InstantSource clock;

  public GuidanceRecord(TicketStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** One version, and who made it when. */
  public record Edited(Guidance guidance, Instant at, String by) {}

  /** Those that hold now: the newest, or the sample desk's where nobody has edited any. */
  public Guidance now() {
    return store.besides(GuidanceRecord::newest).map(Edited::guidance).orElse(Guidance.STANDARD);
  }

  /** One version. */
  public Optional<Edited> version(int version) {
    return store.besides(handle ->
        handle
            .createQuery("select * from guidance where version = :version")
            .bind("version", version)
            .map((row, context) -> edited(row))
            .findOne());
  }

  /** All versions, the newest first. */
  public List<Edited> all() {
    return store.besides(handle ->
        handle
            .createQuery("select * from guidance order by version desc")
            .map((row, context) -> edited(row))
            .list());
  }

  /**
   * Makes the next version.
   *
   * @param before the version that was edited; null where there was none
   * @return empty where somebody has made another one meanwhile: nothing is overwritten
   */
  public Optional<Guidance> edit(@Nullable Integer before, DeskRules rules, String by) {
    String json = written(rules);
    return store.besides(handle -> {
      @Nullable Integer newest = newest(handle).map(one -> one.guidance().version()).orElse(null);
      if (!Objects.equals(newest, before)) {
        return Optional.empty();
      }
      int version =
          handle
              .createQuery(
                  "insert into guidance (at, by, rules) values (:at, :by, :rules) returning version")
              .bind("at", clock.instant().toString())
              .bind("by", by)
              .bind("rules", json)
              .mapTo(Integer.class)
              .one();
      return Optional.of(new Guidance(version, rules));
    });
  }

  private static Optional<Edited> newest(Handle handle) {
    return handle
        .createQuery("select * from guidance order by version desc limit 1")
        .map((row, context) -> edited(row))
        .findOne();
  }

  private static Edited edited(ResultSet row) throws SQLException {
    int version = row.getInt("version");
    try {
      return new Edited(
          new Guidance(version, JSON.readValue(row.getString("rules"), DeskRules.class)),
          Instant.parse(row.getString("at")),
          row.getString("by"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "version %d of the guidance cannot be read: %s"
              .formatted(version, e.getOriginalMessage()),
          e);
    }
  }

  private static String written(DeskRules rules) {
    try {
      return JSON.writeValueAsString(rules);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rules are texts and can be written", e);
    }
  }
}
