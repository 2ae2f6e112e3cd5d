package dev.recap.web.pages;

import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.route.Access;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;

/** Where tickets come from and where replies go. */
final class ConnectionPages implements Section {
  private static final Page PAGE = new Page("empty", Place.CONNECTIONS, "Connections");

  @Override
  public void addTo(Routes routes) {
    routes.page("/connections", Access.READER, this::show);
  }

  private void show(Visit visit) {
    visit.show(PAGE, new EmptyView("Where tickets come from and where replies go."));
  }
}
