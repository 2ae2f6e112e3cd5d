package dev.recap.web.pages;

import dev.recap.desk.knowledge.Hit;
import dev.recap.web.DeskWork;
import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.route.Access;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import java.util.List;
import java.util.Optional;

/** The articles that drafts rest on, searched as the agent searches them. */
final class KnowledgePages implements Section {
  private static final Page PAGE = new Page("knowledge", Place.KNOWLEDGE, "Knowledge");

  private final DeskWork work;

  KnowledgePages(DeskWork work) {
    this.work = work;
  }

  @Override
  public void addTo(Routes routes) {
    routes.page("/knowledge", Access.READER, this::show);
  }

  private void show(Visit visit) {
    String query = visit.query().optional("query").orElse("");
    List<Hit> hits =
        query.isEmpty() ? List.of() : work.knowledge().get().search(query, Optional.empty());
    visit.show(PAGE, new KnowledgeView(query, hits));
  }
}
