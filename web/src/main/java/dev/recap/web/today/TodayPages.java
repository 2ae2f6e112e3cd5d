package dev.recap.web.today;

import dev.recap.desk.batch.Batch;
import dev.recap.desk.batch.Progress;
import dev.recap.desk.queue.Overdue;
import dev.recap.desk.queue.QueueFigures;
import dev.recap.desk.queue.QueueFilter;
import dev.recap.desk.queue.QueueSearch;
import dev.recap.desk.review.Verdicts;
import dev.recap.desk.shift.ShiftLog;
import dev.recap.web.DeskWork;
import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.route.Access;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import dev.recap.web.today.TodayView.Spending;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first page. */
public final class TodayPages implements Section {
  private static final Page PAGE = new Page("today", Place.TODAY, "Today");
  private static final Duration MONTH = Duration.ofDays(30);
  private static final int SHIFTS = 5;

  private final DeskWork work;
  private final QueueSearch search;

  public TodayPages(DeskWork work) {
    this.work = work;
    this.search = new QueueSearch(work.tickets());
  }

  @Override
  public void addTo(Routes routes) {
    routes.page("/", Access.READER, this::show);
  }

  private void show(Visit visit) {
    Instant now = work.clock().instant();
    QueueFigures figures =
        search.figures(QueueFilter.ALL, new Overdue(Map.of(), Overdue.A_DAY, now));
    Instant since = now.minus(MONTH);
    visit.show(
        PAGE,
        new TodayView(
            !work.knowledge().library().isEmpty(),
            figures,
            waited(figures, now),
            work.exemptions().exemptedToday(),
            Verdicts.since(since, Verdicts.By.CATEGORY, work.tickets()),
            Verdicts.since(since, Verdicts.By.GUIDANCE, work.tickets()),
            work.shifts().all().stream().limit(SHIFTS).map(this::spending).toList()));
  }

  private static @Nullable Duration waited(QueueFigures figures, Instant now) {
    Instant oldest = figures.oldestWaiting();
    return oldest == null ? null : Duration.between(oldest, now);
  }

  private Spending spending(Batch batch) {
    Progress progress = work.shifts().progress(batch.id());
    return new Spending(
        batch.id(),
        batch.settings().model(),
        work.models().isSimulated(batch.settings().model()),
        progress.queue().completed(),
        progress.spentDollars(),
        progress.budgetDollars(),
        work.shifts().log(batch.id()).map(ShiftLog::dollarsWithoutCompaction).orElse(null));
  }
}
