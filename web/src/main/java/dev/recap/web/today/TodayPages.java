package dev.recap.web.today;

import dev.recap.desk.batch.Batch;
import dev.recap.desk.batch.Progress;
import dev.recap.desk.review.Verdicts;
import dev.recap.desk.shift.ShiftLog;
import dev.recap.desk.ticket.TicketStore;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The first page. */
public final class TodayPages implements Section {
  private static final Page PAGE = new Page("today", Place.TODAY, "Today");
  private static final Duration MONTH = Duration.ofDays(30);
  private static final int SHIFTS = 5;

  private final DeskWork work;

  public TodayPages(DeskWork work) {
    this.work = work;
  }

  @Override
  public void addTo(Routes routes) {
    routes.page("/", Access.READER, this::show);
  }

  private void show(Visit visit) {
    Instant now = work.clock().instant();
    Map<String, Integer> counts = counts(work.tickets());
    Instant since = now.minus(MONTH);
    visit.show(
        PAGE,
        new TodayView(
            !work.knowledge().library().isEmpty(),
            counts.getOrDefault("new", 0),
            oldest(work.tickets(), now),
            counts.getOrDefault("in_progress", 0),
            counts.getOrDefault("completed", 0),
            counts.getOrDefault("needs_person", 0),
            counts.getOrDefault("answered", 0),
            work.exemptions().exemptedToday(),
            Verdicts.since(since, Verdicts.By.CATEGORY, work.tickets()),
            Verdicts.since(since, Verdicts.By.GUIDANCE, work.tickets()),
            work.shifts().all().stream().limit(SHIFTS).map(this::spending).toList()));
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

  private static Map<String, Integer> counts(TicketStore tickets) {
    return tickets.besides(handle ->
        handle
            .createQuery("select status, count(*) as many from ticket group by status")
            .map((row, context) -> Map.entry(row.getString("status"), row.getInt("many")))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static @Nullable Duration oldest(TicketStore tickets, Instant now) {
    List<String> first =
        tickets.besides(handle ->
            handle
                .createQuery(
                    "select created_at from ticket where status = 'new' order by created_at limit 1")
                .mapTo(String.class)
                .list());
    return first.isEmpty() ? null : Duration.between(Instant.parse(first.getFirst()), now);
  }
}
