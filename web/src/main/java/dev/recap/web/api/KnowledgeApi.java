package dev.recap.web.api;

import dev.recap.desk.knowledge.Hit;
import dev.recap.web.DeskWork;
import dev.recap.web.route.Access;
import dev.recap.web.route.ApiDoc;
import dev.recap.web.route.Method;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Schema;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import java.util.List;
import java.util.Map;

/** The search over the desk's articles, as the agent has it, for programs. */
public final class KnowledgeApi implements Section {
  private static final Map<String, Object> HIT =
      Schema.object()
          .has("id", Schema.text())
          .has("title", Schema.text())
          .has("category", Schema.text())
          .has("snippet", Schema.text())
          .has("version", Schema.number())
          .schema();
  private static final ApiDoc SEARCH =
      ApiDoc.reading(
              "Articles that answer a query, the best first",
              ApiDoc.Answer.json(
                  "The articles; none where no word of the query stands in any",
                  Schema.object().has("hits", Schema.listOf(HIT)).schema()))
          .with(
              new ApiDoc.Parameter(
                  "query", "query", true, "Words; nothing in them is syntax", Schema.text()))
          .with(
              new ApiDoc.Parameter(
                  "category",
                  "query",
                  false,
                  "Only articles of this category and of none; of all where no article has it",
                  Schema.text()));

  private final DeskWork work;

  public KnowledgeApi(DeskWork work) {
    this.work = work;
  }

  /**
   * An article that was found.
   *
   * @param snippet the sentences of it that fit best, as plain text
   * @param version which version of the article
   */
  record Article(String id, String title, String category, String snippet, int version) {
    static Article of(Hit hit) {
      return new Article(hit.id(), hit.title(), hit.category(), hit.snippet(), hit.version());
    }
  }

  /** What was found, the best first. */
  record Found(List<Article> hits) {}

  @Override
  public void addTo(Routes routes) {
    routes.api(Method.GET, "/api/knowledge/search", Access.READER, SEARCH, this::search);
  }

  private void search(Visit visit) {
    List<Hit> hits =
        work.knowledge()
            .get()
            .search(visit.query().text("query"), visit.query().optional("category"));
    visit.json(200, new Found(hits.stream().map(Article::of).toList()));
  }
}
