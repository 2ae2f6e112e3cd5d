package dev.recap.web.api;

import dev.recap.desk.batch.Batch;
import dev.recap.desk.batch.Batch.Budget;
import dev.recap.desk.batch.Batch.Way;
import dev.recap.desk.shift.Shifts.Order;
import dev.recap.desk.shift.UnfitOrderException;
import dev.recap.web.Desk;
import dev.recap.web.DeskWork;
import dev.recap.web.route.Access;
import dev.recap.web.route.ApiDoc;
import dev.recap.web.route.JsonFields;
import dev.recap.web.route.Method;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Schema;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shifts for programs: all, one, a new one, and what is done to one.
 *
 * <p>A start is not repeated under its key. The shift's id is made from the person, the key and the
 * request, and its order is put on record before it is begun. So a process that dies in between
 * leaves either nothing, and the same request starts it; or the order, and the same request begins
 * it; or a shift that was begun, and the same request is told how it stands, and leaves it to
 * {@code resume} to go on. A key that was never answered may still be used for another request,
 * which then is another shift.
 */
public final class ShiftApi implements Section {
  private static final int PAGE_SHIFTS = 20;
  private static final int MOST_PAGES = 1_000_000;
  private static final int MOST_TICKETS = 10_000;
  private static final int MOST_NAME = 320;
  private static final int MOST_THRESHOLD = 1_000_000;
  private static final double MOST_DOLLARS = 1_000_000;
  private static final long MOST_TOKENS = 1_000_000_000_000L;
  private static final List<String> WAYS = Arrays.stream(Way.values()).map(ShiftApi::word).toList();

  private static final ApiDoc.Answer ANSWER = ApiDoc.Answer.json("The shift", ApiShift.SCHEMA);
  private static final ApiDoc ONE = ApiDoc.reading("How far a shift is", ANSWER);
  private static final ApiDoc SOME =
      ApiDoc.reading(
              "Shifts, the newest first, %d a page".formatted(PAGE_SHIFTS),
              ApiDoc.Answer.json(
                  "A page of shifts",
                  Schema.object()
                      .has("shifts", Schema.listOf(ApiShift.SCHEMA))
                      .has("page", Schema.number())
                      .has("next", Schema.orNull(Schema.number()))
                      .schema()))
          .with(new ApiDoc.Parameter("page", "query", false, "From 1, the first", Schema.number()));
  private static final ApiDoc START =
      ApiDoc.reading(
              "A new shift, on these tickets or on all that wait",
              new ApiDoc.Answer(201, "application/json", "The shift", ApiShift.SCHEMA))
          .with(Idempotency.PARAMETER)
          .taking(
              Schema.object()
                  .mayHave("tickets", Schema.someOf(Schema.text(MOST_NAME), MOST_TICKETS))
                  .has("model", Schema.text(MOST_NAME))
                  .mayHave("way", Schema.oneOf(WAYS))
                  .mayHave("threshold", Schema.number(1, MOST_THRESHOLD))
                  .mayHave("dollars", Schema.positive(MOST_DOLLARS))
                  .mayHave("tokens", Schema.number(1, MOST_TOKENS))
                  .schema());
  private static final ApiDoc STOP =
      ApiDoc.reading("Lets a shift come to rest after the step in hand", ANSWER);
  private static final ApiDoc RESUME =
      ApiDoc.reading(
              "Goes on with a shift that came to rest; dollars or tokens, where given, take the place"
                  + " of those that it had",
              ANSWER)
          .taking(
              Schema.object()
                  .mayHave("dollars", Schema.positive(MOST_DOLLARS))
                  .mayHave("tokens", Schema.number(1, MOST_TOKENS))
                  .schema());
  private static final ApiDoc CANCEL = ApiDoc.reading("Ends a shift for good", ANSWER);

  private final DeskWork work;
  private final Idempotency idempotency;

  public ShiftApi(Desk desk) {
    this.work = desk.work();
    this.idempotency = new Idempotency(desk.tickets(), desk.clock());
  }

  /**
   * A page of shifts.
   *
   * @param next the number of the page behind it; null for the last one
   */
  record ShiftPage(List<ApiShift> shifts, int page, @Nullable Integer next) {}

  /** Something that is done to a shift. */
  @FunctionalInterface
  private interface Deed {
    void on(String id, Visit visit);
  }

  @Override
  public void addTo(Routes routes) {
    String one = "/api/shifts/{id}";
    routes
        .api(Method.GET, one, Access.READER, ONE, visit -> tell(visit, id(visit)))
        .api(Method.GET, "/api/shifts", Access.READER, SOME, this::some)
        .api(Method.POST, "/api/shifts", Access.REVIEWER, START, this::start)
        .api(Method.POST, one + "/stop", Access.REVIEWER, STOP, visit -> act(visit, this::stop))
        .api(
            Method.POST,
            one + "/resume",
            Access.REVIEWER,
            RESUME,
            visit -> act(visit, this::resume))
        .api(
            Method.POST,
            one + "/cancel",
            Access.REVIEWER,
            CANCEL,
            visit -> act(visit, this::cancel));
  }

  private void tell(Visit visit, String id) {
    visit.json(200, ApiShift.of(work, id));
  }

  private void some(Visit visit) {
    int page = visit.query().number("page", 1, 1, MOST_PAGES);
    List<Batch> all = work.shifts().all();
    int from = (int) Math.min(all.size(), (page - 1L) * PAGE_SHIFTS);
    int to = Math.min(all.size(), from + PAGE_SHIFTS);
    List<ApiShift> shown =
        all.subList(from, to).stream().map(batch -> ApiShift.of(work, batch.id())).toList();
    visit.json(200, new ShiftPage(shown, page, to < all.size() ? page + 1 : null));
  }

  private void start(Visit visit) {
    JsonFields asked = visit.json();
    asked.only(Set.of("tickets", "model", "way", "threshold", "dollars", "tokens"));
    String model = asked.text("model", MOST_NAME);
    var order =
        new Order(
            asked.texts("tickets", MOST_TICKETS, MOST_NAME),
            model,
            way(asked),
            asked
                .whole("threshold", 1, MOST_THRESHOLD)
                .orElseGet(() -> work.models().threshold(model)),
            budget(asked),
            visit.who().name());
    idempotency.named(visit, id -> started(order, id)).tell(visit);
  }

  private Idempotency.Answer started(Order order, String id) {
    try {
      work.shifts().start(order, id);
    } catch (UnfitOrderException unfit) {
      String message = String.valueOf(unfit.getMessage());
      throw switch (unfit.part()) {
        case MODEL -> Refusal.ofField("model", message);
        case DOLLARS -> Refusal.ofField("dollars", message);
        case TICKETS -> Refusal.ofField(409, "tickets", message);
      };
    }
    return new Idempotency.Answer(201, ApiShift.of(work, id));
  }

  private static Way way(JsonFields asked) {
    String word = asked.optional("way", MOST_NAME).orElse(word(Way.RECAP));
    return Arrays.stream(Way.values())
        .filter(way -> word(way).equals(word))
        .findFirst()
        .orElseThrow(() ->
            Refusal.ofField("way", "way is '%s', but must be one of %s".formatted(word, WAYS)));
  }

  private static String word(Way way) {
    return way.name().toLowerCase(Locale.ROOT);
  }

  private static Budget budget(JsonFields asked) {
    return new Budget(
        asked.positive("dollars", MOST_DOLLARS).orElse(Double.POSITIVE_INFINITY),
        asked.whole("tokens", 1, MOST_TOKENS).orElse(Long.MAX_VALUE));
  }

  private void stop(String id, Visit visit) {
    said(visit).only(Set.of());
    work.shifts().stop(id);
  }

  private void resume(String id, Visit visit) {
    Budget budget = budget(said(visit).only(Set.of("dollars", "tokens")));
    work.shifts().resume(id, budget.equals(Budget.NONE) ? null : budget);
  }

  private void cancel(String id, Visit visit) {
    said(visit).only(Set.of());
    work.shifts().cancel(id, visit.who().name());
  }

  /** What was sent, which may be nothing. */
  private static JsonFields said(Visit visit) {
    return visit.bytes().length == 0 ? JsonFields.none() : visit.json();
  }

  private void act(Visit visit, Deed deed) {
    String id = id(visit);
    try {
      deed.on(id, visit);
    } catch (IllegalArgumentException unfit) {
      throw Refusal.ofField(409, "id", String.valueOf(unfit.getMessage()));
    }
    tell(visit, id);
  }

  private String id(Visit visit) {
    String id = visit.path("id");
    return work.shifts().all().stream()
        .map(Batch::id)
        .filter(id::equals)
        .findFirst()
        .orElseThrow(() ->
            Refusal.ofField(404, "id", "id is '%s', but there is no such shift".formatted(id)));
  }
}
