package dev.recap.web.knowledge;

import dev.recap.desk.knowledge.ArticleText;
import dev.recap.web.route.Fields;

/** An article as it stands in the form, also where it was refused. */
public record ArticleForm(String id, String title, String category, String tags, String text) {
  static final ArticleForm EMPTY = new ArticleForm("", "", "", "", "");

  static ArticleForm of(ArticleText article) {
    return new ArticleForm(
        article.id(),
        article.title(),
        article.category(),
        String.join(", ", article.tags()),
        article.text());
  }

  /** What was sent; an id that was not asked for is made of the title. */
  static ArticleForm of(Fields form) {
    String title = form.optional("title").orElse("");
    return new ArticleForm(
        ArticleText.idOf(form.optional("id").orElse(title)),
        title,
        form.optional("category").orElse(""),
        form.optional("tags").orElse(""),
        form.optional("text").orElse(""));
  }

  /** The same of this article, whatever was sent. */
  ArticleForm about(String article) {
    return new ArticleForm(article, title, category, tags, text);
  }

  /**
   * The article.
   *
   * @throws IllegalArgumentException naming the field, its value and what was expected
   */
  ArticleText article() {
    return new ArticleText(id, title, category, ArticleText.tagsOf(tags), text);
  }
}
