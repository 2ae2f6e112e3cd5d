package dev.recap.web.pages;

import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.route.Access;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;

/** Drafts that wait for a person. */
final class ReviewPages implements Section {
  private static final Page PAGE = new Page("empty", Place.REVIEW, "Review");

  @Override
  public void addTo(Routes routes) {
    routes.page("/review", Access.READER, this::show);
  }

  private void show(Visit visit) {
    visit.show(PAGE, new EmptyView("Drafts that wait for a person."));
  }
}
