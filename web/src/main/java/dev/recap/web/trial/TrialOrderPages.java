package dev.recap.web.trial;

import dev.recap.desk.ticket.ColumnMapping;
import dev.recap.desk.ticket.ImportException;
import dev.recap.desk.ticket.ImportFile;
import dev.recap.desk.ticket.MappedImport;
import dev.recap.desk.trial.TrialAsked;
import dev.recap.desk.trial.TrialsAtWork.Plan;
import dev.recap.web.Desk;
import dev.recap.web.DeskWork;
import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.html.Toast;
import dev.recap.web.queue.Uploads;
import dev.recap.web.route.Access;
import dev.recap.web.route.Fields;
import dev.recap.web.route.FilePart;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of answered tickets is sent, looked at with what it will take, and tried. */
public final class TrialOrderPages implements Section {
  private static final Page LOOK = new Page("trial-look", Place.TRIALS, "Try these tickets");
  private static final int MOST_BYTES = 64 << 20;
  private static final int MOST_TICKETS = 100_000;

  private final DeskWork work;
  private final Uploads uploads;

  public TrialOrderPages(Desk desk, Uploads uploads) {
    this.work = desk.work();
    this.uploads = uploads;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .upload("/trials", Access.REVIEWER, MOST_BYTES, this::sent)
        .action("/trials/look", Access.REVIEWER, visit -> look(200, visit, asked(visit), null))
        .action("/trials/start", Access.REVIEWER, this::start);
  }

  private void sent(Visit visit) throws IOException {
    FilePart part = Uploads.sent(visit);
    String model = work.models().names().stream().findFirst().orElse("");
    TrialAsked asked =
        new TrialAsked(part.name(), Map.of(), model, null, null, visit.who().name(), now());
    look(200, visit, uploads.keep(part), asked, null);
  }

  private void start(Visit visit) {
    TrialAsked asked = asked(visit);
    try {
      String id = work.trials().start(uploads.path(visit.form().text("token")), asked);
      visit.redirect("/trials/" + id, Toast.of("The trial has begun; nothing of it leaves."));
    } catch (ImportException | IllegalArgumentException unfit) {
      look(400, visit, asked, unfit.getMessage());
    }
  }

  private String now() {
    return work.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private TrialAsked asked(Visit visit) {
    Fields form = visit.form();
    Map<String, String> columns = new HashMap<>();
    for (ColumnMapping.Field field : ColumnMapping.Field.values()) {
      columns.put(field.label(), form.optional("column-" + field.label()).orElse(""));
    }
    int tickets = form.number("tickets", 0, 0, MOST_TICKETS);
    @Nullable Double dollars = form.as("dollars", Double::valueOf).orElse(null);
    try {
      return new TrialAsked(
          form.text("name"),
          columns,
          form.text("model"),
          dollars,
          tickets == 0 ? null : tickets,
          visit.who().name(),
          now());
    } catch (IllegalArgumentException unfit) {
      throw Refusal.ofField("dollars", String.valueOf(unfit.getMessage()));
    }
  }

  private void look(int status, Visit visit, TrialAsked asked, @Nullable String problem) {
    look(status, visit, visit.form().text("token"), asked, problem);
  }

  private void look(
      int status, Visit visit, String token, TrialAsked asked, @Nullable String problem) {
    ImportFile file = uploads.find(token, asked.name());
    @Nullable Plan plan = null;
    @Nullable String why = problem;
    try {
      plan = work.trials().plan(uploads.path(token), asked);
    } catch (ImportException | IllegalArgumentException unfit) {
      why = unfit.getMessage();
    }
    List<String> models = work.models().names();
    visit.show(
        status,
        LOOK,
        new TrialLookView(
            token,
            asked,
            columns(file),
            models,
            models.stream().filter(work.models()::isSimulated).toList(),
            plan,
            why));
  }

  private List<String> columns(ImportFile file) {
    try {
      return new MappedImport(work.clock().instant()).preview(file).shape().columns();
    } catch (ImportException | IllegalArgumentException unfit) {
      throw Refusal.ofField("file", String.valueOf(unfit.getMessage()));
    }
  }
}
