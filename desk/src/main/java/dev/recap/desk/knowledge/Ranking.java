package dev.recap.desk.knowledge;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** How BM25 weighs a word by where it stands in an article. */
enum Ranking {
  /**
   * Each field by itself, and the sum of them: a word in a short title counts by how rare it is in
   * titles. What the own articles of a desk are ranked by; the figures are in docs/knowledge.md.
   */
  BY_FIELD {
    @Override
    Query of(Language language, String term) {
      var sum = new BooleanQuery.Builder();
      ArticleEntry.fields(language)
          .forEach(field -> sum.add(new TermQuery(new Term(field, term)), Occur.SHOULD));
      return sum.build();
    }
  },
  /**
   * All fields as one, in which a word of the title counts three times and a tag twice. The
   * articles that come with the desk stay ranked by it, as in the runs that are on record.
   */
  AS_ONE_FIELD {
    @Override
    Query of(Language language, String term) {
      List<String> fields = ArticleEntry.fields(language);
      return new CombinedFieldQuery.Builder(term)
          .addField(fields.get(0), 3)
          .addField(fields.get(1), 2)
          .addField(fields.get(2), 1)
          .build();
    }
  };

  /** Finds articles in a language with a term of it. */
  abstract Query of(Language language, String term);
}
