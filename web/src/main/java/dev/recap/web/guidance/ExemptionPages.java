package dev.recap.web.guidance;

import dev.recap.desk.exemption.Exemption;
import dev.recap.desk.exemption.Exemption.Terms;
import dev.recap.desk.exemption.Switched;
import dev.recap.desk.review.RefusedException;
import dev.recap.web.DeskWork;
import dev.recap.web.guidance.ExemptionsView.Typed;
import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.html.Toast;
import dev.recap.web.people.Role;
import dev.recap.web.route.Access;
import dev.recap.web.route.Fields;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import org.jspecify.annotations.Nullable;

/** What a lead exempts from review, and the switch that stops it. */
public final class ExemptionPages implements Section {
  private static final String PATH = "/guidance/exemptions";
  private static final Page PAGE = new Page("exemptions", Place.GUIDANCE, "Exemptions from review");

  private final DeskWork work;

  public ExemptionPages(DeskWork work) {
    this.work = work;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .page(PATH, Access.READER, visit -> show(200, visit, Typed.NOTHING, null))
        .action(PATH, Access.LEAD, this::add)
        .action(PATH + "/{id}/remove", Access.LEAD, this::remove)
        .action(PATH + "/stop", Access.LEAD, visit -> turn(visit, true))
        .action(PATH + "/resume", Access.LEAD, visit -> turn(visit, false));
  }

  private void add(Visit visit) {
    Fields form = visit.form();
    try {
      var terms =
          new Terms(
              form.text("category"),
              form.text("priority"),
              form.number("cap", 0, 1, Terms.MOST_A_DAY),
              form.number("percent", 0, 0, 100));
      Exemption one =
          work.exemptions().add(terms, visit.who().name(), work.guidance().now().rules());
      visit.redirect(
          PATH,
          Toast.of(
              "%s, %s is exempted from now on."
                  .formatted(one.terms().category(), one.terms().priority())));
    } catch (RefusedException refused) {
      show(status(refused), visit, typed(form), refused.getMessage());
    } catch (IllegalArgumentException unfit) {
      show(400, visit, typed(form), unfit.getMessage());
    }
  }

  private void remove(Visit visit) {
    String id = visit.path("id");
    if (!id.matches("[1-9][0-9]{0,17}")) {
      throw Refusal.notFound("there is no exemption '%s'".formatted(id));
    }
    try {
      Exemption one = work.exemptions().remove(Long.parseLong(id), visit.who().name());
      visit.redirect(
          PATH,
          Toast.of(
              "%s, %s is reviewed from now on."
                  .formatted(one.terms().category(), one.terms().priority())));
    } catch (RefusedException refused) {
      show(status(refused), visit, Typed.NOTHING, refused.getMessage());
    }
  }

  private void turn(Visit visit, boolean stopped) {
    Switched now = work.exemptions().set(stopped, visit.who().name());
    visit.redirect(
        PATH,
        Toast.of(
            stopped
                ? "Stopped by %s: every draft is reviewed.".formatted(now.by())
                : "Exemptions hold, by %s.".formatted(now.by())));
  }

  private static int status(RefusedException refused) {
    return switch (refused.reason()) {
      case UNKNOWN -> 404;
      case VALUE -> 400;
      case STALE, CHANGED, HELD, NOT_NOW -> 409;
    };
  }

  private static Typed typed(Fields form) {
    return new Typed(
        form.optional("category").orElse(""),
        form.optional("priority").orElse(""),
        form.optional("cap").orElse(""),
        form.optional("percent").orElse(""));
  }

  private void show(int status, Visit visit, Typed typed, @Nullable String problem) {
    visit.show(
        status,
        PAGE,
        new ExemptionsView(
            work.exemptions().inForce(),
            work.exemptions().removed(),
            work.exemptions().switched().orElse(null),
            work.guidance().now().rules(),
            typed,
            visit.who().role() == Role.LEAD,
            problem));
  }
}
