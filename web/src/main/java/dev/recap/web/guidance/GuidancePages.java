package dev.recap.web.guidance;

import dev.recap.desk.rules.Guidance;
import dev.recap.desk.ticket.GuidanceRecord.Edited;
import dev.recap.web.DeskWork;
import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.html.Toast;
import dev.recap.web.people.Role;
import dev.recap.web.route.Access;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a lead edits, in versions. */
public final class GuidancePages implements Section {
  private static final Page PAGE = new Page("guidance", Place.GUIDANCE, "Guidance");

  private final DeskWork work;

  public GuidancePages(DeskWork work) {
    this.work = work;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .page("/guidance", Access.READER, this::now)
        .page("/guidance/{version}", Access.READER, this::earlier)
        .action("/guidance", Access.LEAD, this::save);
  }

  private void now(Visit visit) {
    Guidance now = work.guidance().now();
    RulesForm form = RulesForm.of(now.rules());
    String remark = visit.query().optional("remark").orElse("");
    show(200, visit, now.version(), remark.isEmpty() ? form : form.withRemark(remark), null);
  }

  private void earlier(Visit visit) {
    String version = visit.path("version");
    Optional<Edited> found =
        version.matches("[1-9][0-9]{0,8}")
            ? work.guidance().version(Integer.parseInt(version))
            : Optional.empty();
    Edited edited =
        found.orElseThrow(() -> Refusal.notFound("there is no such version of the guidance"));
    show(
        200,
        visit,
        work.guidance().now().version(),
        RulesForm.of(edited.guidance().rules()),
        "This is version %s, by %s. Saving makes it the newest again."
            .formatted(version, edited.by()));
  }

  private void save(Visit visit) {
    RulesForm form = RulesForm.of(visit.form());
    int number = visit.form().number("version", 0, 0, Integer.MAX_VALUE);
    @Nullable Integer before = number == 0 ? null : Integer.valueOf(number);
    try {
      Optional<Guidance> saved = work.guidance().edit(before, form.rules(), visit.who().name());
      if (saved.isPresent()) {
        visit.redirect(
            "/guidance",
            Toast.of("Version %s holds from now on.".formatted(saved.get().version())));
        return;
      }
      String by = work.guidance().all().stream().findFirst().map(Edited::by).orElse("Somebody");
      show(
          409,
          visit,
          before,
          form,
          by + " has saved another version meanwhile: look at it, then save yours again.");
    } catch (IllegalArgumentException unfit) {
      show(400, visit, before, form, unfit.getMessage());
    }
  }

  private void show(
      int status,
      Visit visit,
      @Nullable Integer version,
      RulesForm form,
      @Nullable String problem) {
    List<Edited> versions = work.guidance().all();
    boolean canEdit = visit.who().role() == Role.LEAD;
    visit.show(status, PAGE, new GuidanceView(version, form, versions, canEdit, problem));
  }
}
