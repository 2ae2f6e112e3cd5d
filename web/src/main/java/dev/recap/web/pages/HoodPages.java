package dev.recap.web.pages;

import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.route.Access;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;

/** What the agent did, turn by turn: journals, ledgers, compactions. */
final class HoodPages implements Section {
  private static final Page PAGE = new Page("empty", Place.UNDER_THE_HOOD, "Under the hood");

  @Override
  public void addTo(Routes routes) {
    routes.page("/hood", Access.READER, this::show);
  }

  private void show(Visit visit) {
    visit.show(
        PAGE, new EmptyView("What the agent did, turn by turn: journals, ledgers, compactions."));
  }
}
