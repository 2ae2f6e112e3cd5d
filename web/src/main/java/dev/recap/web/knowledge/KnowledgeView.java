package dev.recap.web.knowledge;

import dev.recap.desk.knowledge.ArticleVersion;
import dev.recap.desk.knowledge.SearchLog;
import dev.recap.web.people.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the desk knows.
 *
 * @param onlyUnused whether the list leaves out what was used
 * @param inVain questions that no article answered
 * @param role of the reader
 * @param refused why files that were sent were not taken; empty for no files or no reason
 */
public record KnowledgeView(
    List<Row> articles,
    boolean onlyUnused,
    List<SearchLog.InVain> inVain,
    Role role,
    List<String> refused) {

  /**
   * An article in the list.
   *
   * @param use null for an article that was never used
   */
  public record Row(ArticleVersion newest, SearchLog.@Nullable Use use) {
    /** The page of its newest version. */
    public String path() {
      return ArticlePath.of(newest.article().id(), newest.version());
    }
  }

  /** How many articles no draft has rested on. */
  public long neverUsed() {
    return articles.stream().filter(row -> row.use() == null).count();
  }

  /** Those that the list has. */
  public List<Row> listed() {
    return articles.stream().filter(row -> !onlyUnused || row.use() == null).toList();
  }

  public boolean canSearch() {
    return role != Role.READER;
  }

  public boolean canEdit() {
    return role == Role.LEAD;
  }
}
