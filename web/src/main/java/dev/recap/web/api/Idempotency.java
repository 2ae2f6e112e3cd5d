package dev.recap.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.web.people.Secrets;
import dev.recap.web.route.ApiDoc;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Schema;
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

  /** How it stands in the description of the API. */
  static final ApiDoc.Parameter PARAMETER =
      new ApiDoc.Parameter(
          HEADER,
          "header",
          true,
          "Chosen by the caller: the same request again is answered the same and does nothing",
          Schema.text(MOST_CHARACTERS));

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
   * Does it, unless this person did it before with the same key and the same request.
   *
   * @param work in one transaction with the record of it; what it throws leaves no record
   * @throws Refusal with status 400 without a key, and 409 for a key with another request
   */
  public Answer once(Visit visit, Function<Handle, Answer> work) {
    Asked asked = Asked.by(visit);
    return store.besides(handle ->
        earlier(handle, asked)
            .orElseGet(() -> {
              Answer answer = work.apply(handle);
              keep(handle, asked, answer);
              return answer;
            }));
  }

  /**
   * The same for what cannot be in one transaction with the record of it. What holds: a request
   * that was answered is not done again; nor is one whose process died in between, as far as the
   * work does nothing a second time under the same name. What does not hold: until the answer is on
   * record, the same key with another request is taken for a new one.
   *
   * @param work is given a name, which the same person, key and request always lead to; what it
   *     throws leaves no record
   * @throws Refusal as {@link #once}
   */
  public Answer named(Visit visit, Function<String, Answer> work) {
    Asked asked = Asked.by(visit);
    Optional<Answer> before = store.besides(handle -> earlier(handle, asked));
    if (before.isPresent()) {
      return before.get();
    }
    Answer answer = work.apply(asked.name());
    return store.besides(handle ->
        earlier(handle, asked)
            .orElseGet(() -> {
              keep(handle, asked, answer);
              return answer;
            }));
  }

  /**
   * A request with its key.
   *
   * @param hash of the path and the body
   */
  private record Asked(String person, String key, String hash) {
    private static final int NAME_LENGTH = 16;

    static Asked by(Visit visit) {
      String key =
          visit
              .header(HEADER)
              .filter(given -> KEY.matcher(given).matches())
              .orElseThrow(() ->
                  Refusal.ofField(
                      HEADER,
                      "%s is missing or no key: 1 to %d letters, digits and signs were expected"
                          .formatted(HEADER, MOST_CHARACTERS)));
      String hash = Secrets.hash(visit.context().path() + "\n" + Secrets.hash(visit.bytes()));
      return new Asked(visit.who().name(), key, hash);
    }

    String name() {
      return Secrets.hash(person + "\n" + key + "\n" + hash).substring(0, NAME_LENGTH);
    }
  }

  private static Optional<Answer> earlier(Handle handle, Asked asked) {
    return handle
        .createQuery("select * from idempotent where person = :person and key = :key")
        .bind("person", asked.person())
        .bind("key", asked.key())
        .map((row, context) -> {
          if (!row.getString("body_hash").equals(asked.hash())) {
            throw Refusal.ofField(
                409,
                HEADER,
                "%s is '%s', which was used for another request".formatted(HEADER, asked.key()));
          }
          return new Answer(row.getInt("status"), row.getString("answer"), false);
        })
        .findOne();
  }

  private void keep(Handle handle, Asked asked, Answer answer) {
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
        .bind("person", asked.person())
        .bind("key", asked.key())
        .bind("hash", asked.hash())
        .bind("status", answer.status())
        .bind("answer", answer.json())
        .bind("at", now.toString())
        .execute();
  }
}
