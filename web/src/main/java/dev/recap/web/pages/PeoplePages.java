package dev.recap.web.pages;

import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.route.Access;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;

/** Who works at this desk. */
final class PeoplePages implements Section {
  private static final Page PAGE = new Page("empty", Place.PEOPLE, "People");

  @Override
  public void addTo(Routes routes) {
    routes.page("/people", Access.READER, this::show);
  }

  private void show(Visit visit) {
    visit.show(PAGE, new EmptyView("Who works at this desk."));
  }
}
