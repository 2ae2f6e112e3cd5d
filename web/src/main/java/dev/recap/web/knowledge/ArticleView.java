package dev.recap.web.knowledge;

import dev.recap.desk.knowledge.ArticleVersion;
import dev.recap.desk.knowledge.SearchLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of an article, and the others.
 *
 * @param versions all of them, the newest first
 * @param use null for an article that was never used
 * @param canEdit whether the reader is a lead
 */
public record ArticleView(
    ArticleVersion shown,
    List<ArticleVersion> versions,
    SearchLog.@Nullable Use use,
    boolean canEdit) {

  public ArticleVersion newest() {
    return versions.getFirst();
  }

  public boolean isNewest() {
    return shown.version() == newest().version();
  }

  /** Where its pages and actions are. */
  public String path() {
    return ArticlePath.of(shown.article().id());
  }
}
