package dev.recap.web.queue;

import dev.recap.desk.queue.BulkActions;
import dev.recap.desk.queue.BulkActions.Others;
import dev.recap.desk.queue.BulkChange;
import dev.recap.desk.queue.BulkResult;
import dev.recap.desk.queue.Overdue;
import dev.recap.desk.queue.QueueFilter;
import dev.recap.desk.queue.QueueOrder;
import dev.recap.desk.queue.QueuePlace;
import dev.recap.desk.queue.QueueSearch;
import dev.recap.desk.queue.Selection;
import dev.recap.desk.queue.TicketExport;
import dev.recap.desk.rules.DeskRules.Step;
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
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The list of tickets, what is done to many of them, and what goes out as a file. */
public final class QueuePages implements Section {
  private static final Page PAGE = new Page("queue", Place.QUEUE, "Queue");
  private static final int ROWS = 50;

  private final DeskWork work;
  private final QueueSearch search;
  private final BulkActions bulk;
  private final TicketExport export;

  public QueuePages(DeskWork work) {
    this.work = work;
    this.search = new QueueSearch(work.tickets());
    this.bulk = new BulkActions(work.tickets(), () -> work.guidance().now().rules(), work.clock());
    this.export = new TicketExport(work.tickets());
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .page("/queue", Access.READER, this::show)
        .plain("/queue/export", Access.READER, this::export)
        .action("/queue/bulk", Access.REVIEWER, this::change);
  }

  private void show(Visit visit) {
    QueueQuery query = QueueQuery.of(visit.query());
    var rules = work.guidance().now().rules();
    QueueOrder order =
        switch (query.value("sort")) {
          case "oldest" -> QueueOrder.OLDEST;
          case "priority" -> QueueOrder.byPriority(rules);
          default -> QueueOrder.NEWEST;
        };
    var overdue = new Overdue(Map.of(), Overdue.A_DAY, work.clock().instant());
    visit.show(
        PAGE,
        new QueueView(
            query,
            search.page(query.filter(), order, place(visit.query()), ROWS),
            search.figures(QueueFilter.ALL, overdue),
            rules));
  }

  private static QueuePlace place(Fields fields) {
    try {
      return fields
          .optional("after")
          .map(QueuePlace::after)
          .or(() -> fields.optional("before").map(QueuePlace::before))
          .orElse(QueuePlace.START);
    } catch (IllegalArgumentException unfit) {
      throw Refusal.of(400, String.valueOf(unfit.getMessage()));
    }
  }

  private void change(Visit visit) {
    Fields form = visit.form();
    QueueQuery query = QueueQuery.of(form);
    List<String> ids = form.all("id");
    if (ids.isEmpty()) {
      throw Refusal.ofField("id", "no ticket is ticked");
    }
    String what = form.text("do");
    if (what.equals("shift")) {
      String chosen = URLEncoder.encode(String.join("\n", ids), StandardCharsets.UTF_8);
      visit.redirect("/shifts?tickets=" + chosen);
      return;
    }
    try {
      BulkResult result =
          bulk.apply(
              wanted(what, form, visit.who().name()),
              new Selection.Ids(ids),
              visit.who().name(),
              Others.STAND);
      visit.redirect(query.path(), Toast.of(said(result)));
    } catch (IllegalArgumentException unfit) {
      throw Refusal.ofField("do", String.valueOf(unfit.getMessage()));
    }
  }

  private static BulkChange wanted(String what, Fields form, String me) {
    return switch (what) {
      case "mine" -> new BulkChange.Owner(me);
      case "nobody" -> new BulkChange.Owner(null);
      case "close" -> new BulkChange.Close();
      case "reopen" -> new BulkChange.Reopen();
      case "category" -> new BulkChange.Value(Step.CATEGORY, form.text("category-value"));
      case "priority" -> new BulkChange.Value(Step.PRIORITY, form.text("priority-value"));
      case "team" -> new BulkChange.Value(Step.TEAM, form.text("team-value"));
      default ->
          throw Refusal.ofField("do", "do is '%s', which is none of the deeds".formatted(what));
    };
  }

  private static String said(BulkResult result) {
    String changed = "%d changed".formatted(result.changed().size());
    if (result.skipped().isEmpty()) {
      return changed + ".";
    }
    var first = result.skipped().getFirst();
    return "%s, %d left as they are (%s: %s)."
        .formatted(changed, result.skipped().size(), first.id(), first.reason());
  }

  private void export(Visit visit) throws IOException {
    QueueFilter filter = QueueQuery.of(visit.query()).filter();
    boolean json = visit.query().optional("as").filter("jsonl"::equals).isPresent();
    var response = visit.context().res();
    response.setContentType(
        json ? "application/x-ndjson; charset=utf-8" : "text/csv; charset=utf-8");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"tickets.%s\"".formatted(json ? "jsonl" : "csv"));
    if (json) {
      export.jsonLines(filter, response.getOutputStream());
    } else {
      export.csv(filter, ',', response.getOutputStream());
    }
  }
}
