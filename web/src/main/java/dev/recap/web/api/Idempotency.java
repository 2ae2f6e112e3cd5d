package dev.recap.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.web.people.Secrets;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Visit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * Does what a program asks for once, however often it asks: the answer is kept under the key that
 * it chose, in the transaction that did it. For any thread.
 */
public final class Idempotency {
  /** The header with the key. */
  public static final String HEADER = "Idempotency-Key";

  static final int MOST_CHARACTERS = 200;

  private static final Duration KEPT = Duration.ofDays(30);
  private static final Pattern KEY = Pattern.compile("[!-~]{1," + MOST_CHARACTERS + "}");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TicketStore store;
  private final InstantSource clock;

  public Idempotency(TicketStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What a request is answered.
   *
   * @param json the answer as it is kept and sent
   * @param isNew whether it was done now, and not before
   */
  public record Answer(int status, String json, boolean isNew) {
    /** Of what was done now. */
    public Answer(int status, Object figures) {
      this(status, text(figures), true);
    }

    /** Sends it. */
    public void tell(Visit visit) {
      if (!isNew) {
        visit.context().header("Idempotent-Replayed", "true");
      }
      visit.send(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Object figures) {
      try {
        return JSON.writeValueAsString(figures);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("what the desk answers is always JSON", e);
      }
    }
  }

  /**
   * Does it, unless this person did it before with the same key and the same body.
   *
   * @param work in one transaction with the record of it; what it throws leaves no record
   * @throws Refusal with status 400 without a key, and 409 for a key with another body
   */
  public Answer once(Visit visit, Function<Handle, Answer> work) {
    String key =
        visit
            .header(HEADER)
            .filter(given -> KEY.matcher(given).matches())
            .orElseThrow(() ->
                Refusal.ofField(
                    HEADER,
                    "%s is missing or no key: 1 to %d letters, digits and signs were expected"
                        .formatted(HEADER, MOST_CHARACTERS)));
    String hash = Secrets.hash(visit.bytes());
    String person = visit.who().name();
    return store.besides(handle ->
        earlier(handle, person, key, hash)
            .orElseGet(() -> {
              Answer answer = work.apply(handle);
              keep(handle, person, key, hash, answer);
              return answer;
            }));
  }

  private static Optional<Answer> earlier(Handle handle, String person, String key, String hash) {
    return handle
        .createQuery("select * from idempotent where person = :person and key = :key")
        .bind("person", person)
        .bind("key", key)
        .map((row, context) -> {
          if (!row.getString("body_hash").equals(hash)) {
            throw Refusal.ofField(
                409,
                HEADER,
                "%s is '%s', which was used for another request".formatted(HEADER, key));
          }
          return new Answer(row.getInt("status"), row.getString("answer"), false);
        })
        .findOne();
  }

  private void keep(Handle handle, String person, String key, String hash, Answer answer) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    handle
        .createUpdate("delete from idempotent where at < :old")
        .bind("old", now.minus(KEPT).toString())
        .execute();
    handle
        .createUpdate(
            """
            insert into idempotent (person, key, body_hash, status, answer, at)
            values (:person, :key, :hash, :status, :answer, :at)\
            """)
        .bind("person", person)
        .bind("key", key)
        .bind("hash", hash)
        .bind("status", answer.status())
        .bind("answer", answer.json())
        .bind("at", now.toString())
        .execute();
  }
}
