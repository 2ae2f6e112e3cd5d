package dev.recap.desk.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** An article as the index has it, and what is asked of the index. */
final class ArticleEntry {
  private static final String PLACE = "place";
  private static final String LANGUAGE = "language";
  private static final String CATEGORY = "category";
  private static final String TITLE = "title";
  private static final String TAGS = "tags";
  private static final String TEXT = "text";

  private ArticleEntry() {}

  /**
   * An article's entry.
   *
   * @param place what {@link #place} gives for it
   */
  static Document of(Article article, Language language, int place) {
    var entry = new Document();
    entry.add(new StoredField(PLACE, place));
    entry.add(new StringField(LANGUAGE, language.name(), Store.NO));
    entry.add(new StringField(CATEGORY, article.category(), Store.NO));
    entry.add(new TextField(language.field(TITLE), article.title(), Store.NO));
    entry.add(new TextField(language.field(TAGS), String.join(", ", article.tags()), Store.NO));
    entry.add(new TextField(language.field(TEXT), article.text(), Store.NO));
    return entry;
  }

  /** The fields with the words of articles in a language: title, tags and text. */
  static List<String> fields(Language language) {
    return List.of(language.field(TITLE), language.field(TAGS), language.field(TEXT));
  }

  /** Which article an entry is of. */
  static int place(Document entry) {
    return entry.getField(PLACE).numericValue().intValue();
  }

  /** A term of the text of articles in a language. */
  static Term inText(Language language, String term) {
    return new Term(language.field(TEXT), term);
  }

  /**
   * Entries that have any of these terms.
   *
   * @param asked the terms as each language cuts the question
   * @param ranking how they are weighed
   * @param category the only one, but for those of none; empty for any
   * @param only the only language; empty for any
   */
  static Query anyOf(
      Map<Language, Set<String>> asked,
      Ranking ranking,
      Optional<String> category,
      Optional<Language> only) {
    var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
    asked.forEach((language, terms) ->
        terms.forEach(term -> query.add(ranking.of(language, term), Occur.SHOULD)));
    category.ifPresent(wanted ->
        query.add(
            new BooleanQuery.Builder()
                .add(new TermQuery(new Term(CATEGORY, wanted)), Occur.SHOULD)
                .add(new TermQuery(new Term(CATEGORY, "")), Occur.SHOULD)
                .build(),
            Occur.FILTER));
    only.ifPresent(
        language -> query.add(new TermQuery(new Term(LANGUAGE, language.name())), Occur.FILTER));
    return query.build();
  }
}
