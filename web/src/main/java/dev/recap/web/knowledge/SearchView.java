package dev.recap.web.knowledge;

import dev.recap.desk.knowledge.KnowledgeBase;
import dev.recap.desk.knowledge.Ranked;
import java.util.List;
import java.util.Locale;

/**
 * What a search found.
 *
 * @param query empty before the first one
 * @param found best first
 */
public record SearchView(String query, List<Ranked> found) {
  /** Whether the agent is shown this one, too. */
  public boolean agentSees(Ranked one) {
    return one.position() <= KnowledgeBase.MAX_HITS;
  }

  /** What ranked it. */
  public String score(Ranked one) {
    return String.format(Locale.ROOT, "%.2f", one.score());
  }

  /** Where its version stands. */
  public String path(Ranked one) {
    return ArticlePath.of(one.hit().id(), one.hit().version());
  }
}
