package dev.recap.web.pages;

import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.route.Access;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;

/** The rules that the agent works by. */
final class GuidancePages implements Section {
  private static final Page PAGE = new Page("empty", Place.GUIDANCE, "Guidance");

  @Override
  public void addTo(Routes routes) {
    routes.page("/guidance", Access.READER, this::show);
  }

  private void show(Visit visit) {
    visit.show(PAGE, new EmptyView("The rules that the agent works by."));
  }
}
