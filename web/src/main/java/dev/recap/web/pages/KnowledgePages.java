package dev.recap.web.pages;

import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.route.Access;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;

/** The articles that drafts rest on. */
final class KnowledgePages implements Section {
  private static final Page PAGE = new Page("empty", Place.KNOWLEDGE, "Knowledge");

  @Override
  public void addTo(Routes routes) {
    routes.page("/knowledge", Access.READER, this::show);
  }

  private void show(Visit visit) {
    visit.show(PAGE, new EmptyView("The articles that drafts rest on."));
  }
}
