package dev.recap.web.knowledge;

import dev.recap.desk.knowledge.Knowledge;
import dev.recap.desk.knowledge.Ranked;
import dev.recap.web.DeskWork;
import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.route.Access;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import java.util.List;
import java.util.Optional;

/** All articles, and the search as the agent has it. */
public final class KnowledgePages implements Section {
  private static final Page PAGE = new Page("knowledge", Place.KNOWLEDGE, "Knowledge");
  private static final Page SEARCH = new Page("knowledge-search", Place.KNOWLEDGE, "Knowledge");
  private static final int FOUND = 10;
  private static final int IN_VAIN = 50;

  private final Knowledge knowledge;

  public KnowledgePages(DeskWork work) {
    this.knowledge = work.knowledge();
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .page("/knowledge", Access.READER, visit -> show(knowledge, 200, visit, List.of()))
        .page("/knowledge/search", Access.REVIEWER, this::search);
  }

  /** The list, with what was wrong about files that were sent. */
  static void show(Knowledge knowledge, int status, Visit visit, List<String> refused) {
    var uses = knowledge.searches().uses();
    List<KnowledgeView.Row> rows =
        knowledge.library().now().stream()
            .map(one -> new KnowledgeView.Row(one, uses.get(one.article().id())))
            .toList();
    boolean unused = visit.query().optional("only").filter("unused"::equals).isPresent();
    visit.show(
        status,
        PAGE,
        new KnowledgeView(
            rows, unused, knowledge.searches().inVain(IN_VAIN), visit.who().role(), refused));
  }

  private void search(Visit visit) {
    Optional<String> query = visit.query().optional("query");
    List<Ranked> found =
        query
            .map(words -> knowledge.get().ranked(words, Optional.empty(), "", FOUND))
            .orElse(List.of());
    query.ifPresent(words -> knowledge.searches().asked(visit.who().name(), words, found.size()));
    visit.show(SEARCH, new SearchView(query.orElse(""), found));
  }
}
