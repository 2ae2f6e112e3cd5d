package dev.recap.web.shift;

import dev.recap.desk.batch.Batch;
import dev.recap.desk.batch.Batch.Budget;
import dev.recap.desk.batch.Batch.Way;
import dev.recap.desk.batch.Progress;
import dev.recap.desk.shift.Shifts.Order;
import dev.recap.web.DeskWork;
import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.html.Toast;
import dev.recap.web.route.Access;
import dev.recap.web.route.Fields;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The agent's work, as people order and watch it. */
public final class ShiftPages implements Section {
  private static final Page ALL = new Page("shifts", Place.SHIFTS, "Shifts");
  private static final Page ONE = new Page("shift", Place.SHIFTS, "Shift");
  private static final int SHOWN = 30;
  private static final int MOST_TOKENS = 1_000_000;

  private final DeskWork work;

  public ShiftPages(DeskWork work) {
    this.work = work;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .page("/shifts", Access.READER, visit -> all(200, visit, tickets(visit.query()), null))
        .action("/shifts", Access.REVIEWER, this::start)
        .page("/shifts/{id}", Access.READER, visit -> one(200, visit, null))
        .action("/shifts/{id}/stop", Access.REVIEWER, visit -> act(visit, this::stop))
        .action("/shifts/{id}/resume", Access.REVIEWER, visit -> act(visit, this::resume))
        .action("/shifts/{id}/cancel", Access.REVIEWER, visit -> act(visit, this::cancel));
  }

  private static List<String> tickets(Fields fields) {
    return fields.optional("tickets").stream()
        .flatMap(String::lines)
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .toList();
  }

  private void all(int status, Visit visit, List<String> tickets, @Nullable String problem) {
    List<Progress> shifts =
        work.shifts().all().stream()
            .limit(SHOWN)
            .map(batch -> work.shifts().progress(batch.id()))
            .toList();
    List<String> models = work.models().names();
    visit.show(
        status,
        ALL,
        new ShiftsView(
            shifts,
            models,
            models.stream().filter(work.models()::isSimulated).toList(),
            tickets,
            work.tickets().counts().waiting(),
            problem));
  }

  private void start(Visit visit) {
    Fields form = visit.form();
    try {
      String id =
          work.shifts()
              .start(
                  new Order(
                      tickets(form),
                      form.text("model"),
                      Way.valueOf(form.optional("way").orElse("recap").toUpperCase(Locale.ROOT)),
                      form.number(
                          "threshold", work.models().threshold(form.text("model")), 1, MOST_TOKENS),
                      budget(form),
                      visit.who().name()));
      visit.redirect("/shifts/" + id, Toast.of("The shift has begun."));
    } catch (IllegalArgumentException unfit) {
      all(400, visit, tickets(form), unfit.getMessage());
    }
  }

  private static Budget budget(Fields form) {
    double dollars = form.as("dollars", Double::valueOf).orElse(Double.POSITIVE_INFINITY);
    long tokens = form.as("tokens", Long::valueOf).orElse(Long.MAX_VALUE);
    return new Budget(dollars, tokens);
  }

  /** Something that is done to a shift. */
  @FunctionalInterface
  private interface Deed {
    String on(String id, Visit visit);
  }

  private String stop(String id, Visit visit) {
    work.shifts().stop(id);
    return "It stops after the step in hand.";
  }

  private String resume(String id, Visit visit) {
    Budget budget = budget(visit.form());
    work.shifts().resume(id, budget.equals(Budget.NONE) ? null : budget);
    return "It goes on.";
  }

  private String cancel(String id, Visit visit) {
    work.shifts().cancel(id, visit.who().name());
    return "It is cancelled.";
  }

  private void act(Visit visit, Deed deed) {
    String id = batch(visit).id();
    try {
      visit.redirect("/shifts/" + id, Toast.of(deed.on(id, visit)));
    } catch (IllegalArgumentException unfit) {
      one(409, visit, unfit.getMessage());
    }
  }

  private Batch batch(Visit visit) {
    String id = visit.path("id");
    return work.shifts().all().stream()
        .filter(batch -> batch.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("there is no such shift"));
  }

  private void one(int status, Visit visit, @Nullable String problem) {
    Batch batch = batch(visit);
    visit.show(
        status,
        ONE.titled("Shift " + batch.id()),
        new ShiftView(
            batch,
            work.shifts().progress(batch.id()),
            work.models().isSimulated(batch.settings().model()),
            work.shifts().log(batch.id()).orElse(null),
            problem != null ? problem : work.shifts().refused(batch.id()).orElse(null)));
  }
}
