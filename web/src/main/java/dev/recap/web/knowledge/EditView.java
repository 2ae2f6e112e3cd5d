package dev.recap.web.knowledge;

import dev.recap.desk.knowledge.ArticleVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article that is being written.
 *
 * @param before the version that it was made from; 0 for a new article
 * @param categories of the desk's rules
 * @param problem why it was not saved; null for none
 * @param theirs what somebody else has saved meanwhile; null for nothing
 */
public record EditView(
    ArticleForm form,
    int before,
    List<String> categories,
    @Nullable String problem,
    @Nullable ArticleVersion theirs) {

  public boolean isNew() {
    return before == 0;
  }

  /** Where it is sent. */
  public String path() {
    return isNew() ? "/knowledge/new" : ArticlePath.of(form.id()) + "/edit";
  }
}
