package dev.recap.web.queue;

import dev.recap.desk.ticket.BadRows;
import dev.recap.desk.ticket.ColumnMapping;
import dev.recap.desk.ticket.ImportException;
import dev.recap.desk.ticket.ImportFile;
import dev.recap.desk.ticket.ImportPreview;
import dev.recap.desk.ticket.TicketIntake;
import dev.recap.web.Desk;
import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.html.Toast;
import dev.recap.web.pages.EmptyView;
import dev.recap.web.route.Access;
import dev.recap.web.route.Fields;
import dev.recap.web.route.FilePart;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** Brings tickets from a file: sent, looked at, its columns mapped, taken in. */
public final class ImportPages implements Section {
  private static final Page SEND = new Page("import", Place.QUEUE, "Bring tickets");
  private static final Page LOOK = new Page("import-look", Place.QUEUE, "Bring tickets");
  private static final int MOST_BYTES = 64 << 20;

  private final TicketIntake intake;
  private final Uploads uploads;

  public ImportPages(Desk desk, Uploads uploads) {
    this.intake = new TicketIntake(desk.tickets(), desk.clock());
    this.uploads = uploads;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .page("/queue/import", Access.REVIEWER, visit -> visit.show(SEND, new EmptyView("")))
        .upload("/queue/import", Access.REVIEWER, MOST_BYTES, this::sent)
        .action("/queue/import/look", Access.REVIEWER, this::look)
        .action("/queue/import/take", Access.REVIEWER, this::take)
        .action("/queue/import/bad", Access.REVIEWER, this::bad);
  }

  private void sent(Visit visit) throws IOException {
    FilePart part = Uploads.sent(visit);
    String token = uploads.keep(part);
    ImportFile file = uploads.find(token, part.name());
    show(visit, token, file.name(), preview(() -> intake.preview(file)));
  }

  private void look(Visit visit) {
    ImportFile file = file(visit.form());
    ColumnMapping mapping = mapping(visit.form());
    show(
        visit,
        visit.form().text("token"),
        file.name(),
        preview(() -> intake.preview(file, mapping)));
  }

  private static void show(Visit visit, String token, String name, ImportPreview preview) {
    visit.show(LOOK, new ImportView(token, name, preview));
  }

  private void take(Visit visit) {
    ImportFile file = file(visit.form());
    ColumnMapping mapping = mapping(visit.form());
    var bad =
        visit.form().optional("rest").isPresent()
            ? TicketIntake.Bad.IS_LEFT_OUT
            : TicketIntake.Bad.REFUSES_ALL;
    TicketIntake.Result result = preview(() -> intake.take(file, mapping, bad, visit.who().name()));
    switch (result) {
      case TicketIntake.Refused refused ->
          show(
              visit,
              visit.form().text("token"),
              file.name(),
              preview(() -> intake.preview(file, mapping)));
      case TicketIntake.Taken taken ->
          visit.redirect(
              "/queue",
              Toast.of(
                  "%,d tickets came in, %,d were here already, %,d bad rows were left out."
                      .formatted(taken.ids().size(), taken.known(), taken.bad().size())));
    }
  }

  private void bad(Visit visit) {
    ImportFile file = file(visit.form());
    ImportPreview preview = preview(() -> intake.preview(file, mapping(visit.form())));
    var out = new ByteArrayOutputStream();
    BadRows.write(file, preview.rows().bad(), out);
    visit.context().res().setHeader("Content-Disposition", "attachment; filename=\"bad-rows.csv\"");
    visit.send(200, "text/csv; charset=utf-8", out.toByteArray());
  }

  private ImportFile file(Fields form) {
    return uploads.find(form.text("token"), form.text("name"));
  }

  private static ColumnMapping mapping(Fields form) {
    Map<ColumnMapping.Field, String> columns = new EnumMap<>(ColumnMapping.Field.class);
    for (ColumnMapping.Field field : ColumnMapping.Field.values()) {
      form.optional("column-" + field.label()).ifPresent(column -> columns.put(field, column));
    }
    return ColumnMapping.of(columns);
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read();
  }

  private static <T> T preview(Reading<T> reading) {
    try {
      return reading.read();
    } catch (ImportException | IllegalArgumentException unfit) {
      throw Refusal.ofField("file", String.valueOf(unfit.getMessage()));
    }
  }
}
