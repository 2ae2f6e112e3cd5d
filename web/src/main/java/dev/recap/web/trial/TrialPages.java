package dev.recap.web.trial;

import dev.recap.desk.trial.Rating;
import dev.recap.desk.trial.TrialResult;
import dev.recap.desk.trial.Trials.Rated;
import dev.recap.desk.trial.TrialsAtWork.Unfinished;
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
import dev.recap.web.trial.TrialView.Only;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of trials, and what people say of it. */
public final class TrialPages implements Section {
  private static final Page ALL = new Page("trials", Place.TRIALS, "Trials");
  private static final Page ONE = new Page("trial", Place.TRIALS, "Trial");
  private static final int MOST_PAGES = 100_000;

  private final DeskWork work;

  public TrialPages(DeskWork work) {
    this.work = work;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .page(
            "/trials",
            Access.READER,
            visit ->
                visit.show(
                    ALL, new TrialsView(work.trials().unfinished(), work.trials().record().all())))
        .page("/trials/{id}", Access.READER, visit -> one(200, visit, null))
        .action("/trials/{id}/stop", Access.REVIEWER, this::stop)
        .action("/trials/{id}/resume", Access.REVIEWER, this::resume)
        .action("/trials/{id}/rate", Access.REVIEWER, this::rate);
  }

  private void stop(Visit visit) {
    work.trials().stop(visit.path("id"));
    visit.redirect(path(visit), Toast.of("It stops after the step in hand."));
  }

  private void resume(Visit visit) {
    try {
      work.trials()
          .resume(visit.path("id"), visit.form().as("dollars", Double::valueOf).orElse(null));
      visit.redirect(path(visit), Toast.of("It goes on."));
    } catch (IllegalArgumentException unfit) {
      one(409, visit, unfit.getMessage());
    }
  }

  private void rate(Visit visit) {
    Fields form = visit.form();
    Rating rating =
        form.as("rating", Rating::of)
            .orElseThrow(() -> Refusal.ofField("rating", "rating is missing, but was expected"));
    String ticket = form.text("ticket");
    String at = work.clock().instant().toString();
    try {
      work.trials()
          .record()
          .rate(visit.path("id"), new Rated(ticket, visit.who().name(), rating, at));
    } catch (IllegalArgumentException unknown) {
      throw Refusal.notFound(String.valueOf(unknown.getMessage()));
    }
    visit.redirect(
        "%s?only=%s&page=%d"
            .formatted(path(visit), only(form).name().toLowerCase(Locale.ROOT), page(form)),
        Toast.of("%s: %s".formatted(ticket, rating.label())));
  }

  private static String path(Visit visit) {
    return "/trials/" + visit.path("id");
  }

  private static Only only(Fields fields) {
    return fields.as("only", name -> Only.valueOf(name.toUpperCase(Locale.ROOT))).orElse(Only.ALL);
  }

  private static int page(Fields fields) {
    return fields.number("page", 0, 0, MOST_PAGES);
  }

  private void one(int status, Visit visit, @Nullable String problem) {
    String id = visit.path("id");
    Optional<Unfinished> unfinished = work.trials().unfinished(id);
    Optional<TrialResult> result = work.trials().record().result(id);
    if (unfinished.isEmpty() && result.isEmpty()) {
      throw Refusal.notFound("there is no such trial");
    }
    String name =
        result
            .map(one -> one.about().name())
            .or(() -> unfinished.map(one -> one.asked().name()))
            .orElse(id);
    visit.show(
        status,
        ONE.titled("Trial of " + name),
        new TrialView(
            id,
            unfinished.orElse(null),
            result.orElse(null),
            result.isEmpty() ? List.of() : work.trials().record().ratings(id),
            only(visit.query()),
            page(visit.query()),
            problem));
  }
}
