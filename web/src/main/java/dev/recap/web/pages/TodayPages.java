package dev.recap.web.pages;

import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.route.Access;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;

/** What came in, what waits, and what it cost. */
final class TodayPages implements Section {
  private static final Page PAGE = new Page("empty", Place.TODAY, "Today");

  @Override
  public void addTo(Routes routes) {
    routes.page("/", Access.READER, this::show);
  }

  private void show(Visit visit) {
    visit.show(PAGE, new EmptyView("What came in, what waits, and what it cost."));
  }
}
