package dev.recap.web.pages;

import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.route.Access;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;

/** All tickets, to be found and worked on. */
final class QueuePages implements Section {
  private static final Page PAGE = new Page("empty", Place.QUEUE, "Queue");

  @Override
  public void addTo(Routes routes) {
    routes.page("/queue", Access.READER, this::show);
  }

  private void show(Visit visit) {
    visit.show(PAGE, new EmptyView("All tickets, to be found and worked on."));
  }
}
