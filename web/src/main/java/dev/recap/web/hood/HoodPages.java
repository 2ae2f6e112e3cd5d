package dev.recap.web.hood;

import dev.recap.desk.batch.Batch;
import dev.recap.desk.shift.ShiftBooks;
import dev.recap.desk.shift.ShiftLog;
import dev.recap.storage.AuditLine;
import dev.recap.web.DeskWork;
import dev.recap.web.hood.HoodView.Compared;
import dev.recap.web.hood.HoodView.With;
import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.route.Access;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** For whoever wants to check the runtime: shifts compared, their journals, their ledgers. */
public final class HoodPages implements Section {
  private static final Page ALL = new Page("hood", Place.HOOD, "Under the hood");
  private static final Page BOOKS = new Page("books", Place.HOOD, "Journal and ledger");
  private static final int SHIFTS = 30;
  private static final int LINES = 200;
  private static final int MOST_WORKERS = 1_000;

  private final DeskWork work;

  public HoodPages(DeskWork work) {
    this.work = work;
  }

  @Override
  public void addTo(Routes routes) {
    routes.page("/hood", Access.READER, this::all).page("/hood/{id}", Access.READER, this::books);
  }

  private void all(Visit visit) {
    visit.show(
        ALL,
        new HoodView(
            work.shifts().all().stream()
                .limit(SHIFTS)
                .flatMap(batch -> compared(batch).stream())
                .toList()));
  }

  private Optional<Compared> compared(Batch batch) {
    String model = batch.settings().model();
    return work.shifts()
        .log(batch.id())
        .map(log ->
            new Compared(
                batch.id(),
                model,
                work.models().isSimulated(model),
                batch.settings().way().name().toLowerCase(Locale.ROOT),
                log.points().size(),
                log.compactions().size(),
                log.compactions().stream().mapToLong(one -> one.before() - one.after()).sum(),
                new With(log.tokens(), log.tokensWithoutCompaction()),
                money(log)));
  }

  private static @Nullable With money(ShiftLog log) {
    return log.dollars() == 0 ? null : new With(log.dollars(), log.dollarsWithoutCompaction());
  }

  private void books(Visit visit) {
    Batch batch =
        work.shifts().all().stream()
            .filter(one -> one.id().equals(visit.path("id")))
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("there is no such shift"));
    int worker = visit.query().number("worker", 0, 0, MOST_WORKERS);
    int before = visit.query().number("before", Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
    ShiftBooks books =
        work.shifts()
            .books(batch.id(), worker, before, LINES)
            .orElseThrow(() -> Refusal.notFound("the shift has no such worker"));
    visit.show(
        BOOKS.titled("Journal and ledger of " + batch.id()),
        new BooksView(batch, worker, books, earlier(books.lines())));
  }

  private static @Nullable Long earlier(List<AuditLine> lines) {
    return lines.size() < LINES ? null : Long.valueOf(lines.getLast().sequence());
  }
}
