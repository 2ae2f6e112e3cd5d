package dev.recap.desk.knowledge;

import dev.recap.desk.ticket.Category;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * The desk's articles, and a full-text search over them.
 *
 * <p>The index is in memory and never changes; any number of threads may search it. There is
 * nothing to close.
 */
public final class KnowledgeBase {
  /** How many articles a search gives at most. */
  public static final int MAX_FOUND = 3;

  /** Beyond this a question is a letter: its first words say what it is about. */
  private static final int MAX_TERMS = 100;

  /** A list, not a map: scores are sums of floats, and their order must not depend on the JVM. */
  private static final List<Weight> WEIGHTS =
      List.of(new Weight("title", 3f), new Weight("tags", 2f), new Weight("body", 1f));

  private final Map<String, Article> articles;
  private final IndexSearcher index;

  private KnowledgeBase(Map<String, Article> articles, IndexSearcher index) {
    this.articles = articles;
    this.index = index;
  }

  /** The articles that come with the desk: the help pages of Quillmere, a maker of lamps. */
  public static KnowledgeBase bundled() {
    return of(
        resource("articles.txt")
            .lines()
            .map(file -> Article.parse(file, resource("articles/" + file)))
            .toList());
  }

  /**
   * A knowledge base of these articles.
   *
   * @throws IllegalArgumentException when two have the same id
   */
  public static KnowledgeBase of(List<Article> articles) {
    Map<String, Article> byId = new HashMap<>();
    var directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(Terms.ANALYZER))) {
      for (Article article : articles) {
        if (byId.put(article.id(), article) != null) {
          throw new IllegalArgumentException("two articles have the id " + article.id());
        }
        writer.addDocument(document(article));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new KnowledgeBase(Map.copyOf(byId), searcher(directory));
  }

  /** How many articles there are. */
  public int size() {
    return articles.size();
  }

  /**
   * The articles that fit best, the best one first, at most {@link #MAX_FOUND}; empty when none has
   * a word in common with the question.
   *
   * @param question any text; there is no query syntax
   * @param category only articles of this one
   */
  public List<Found> search(String question, Optional<Category> category) {
    Set<String> terms = Terms.of(question, MAX_TERMS);
    if (terms.isEmpty()) {
      return List.of();
    }
    try {
      List<Found> found = new ArrayList<>();
      for (ScoreDoc hit : index.search(query(terms, category), MAX_FOUND).scoreDocs) {
        String id = index.storedFields().document(hit.doc).get("id");
        Article article = articles.get(id);
        if (article == null) {
          throw new IllegalStateException("the index has an article that is not there: " + id);
        }
        found.add(found(article, terms));
      }
      return List.copyOf(found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Found found(Article article, Set<String> terms) {
    return new Found(
        article.id(), article.title(), article.category(), Passage.of(article.body(), terms));
  }

  private static Query query(Set<String> terms, Optional<Category> category) {
    var words = new BooleanQuery.Builder();
    for (String term : terms) {
      for (Weight weight : WEIGHTS) {
        Query word = new TermQuery(new Term(weight.field(), term));
        words.add(new BoostQuery(word, weight.factor()), Occur.SHOULD);
      }
    }
    var query = new BooleanQuery.Builder().add(words.build(), Occur.MUST);
    category.ifPresent(
        only -> query.add(new TermQuery(new Term("category", only.label())), Occur.FILTER));
    return query.build();
  }

  private static Document document(Article article) {
    var document = new Document();
    document.add(new StringField("id", article.id(), Field.Store.YES));
    document.add(new StringField("category", article.category().label(), Field.Store.NO));
    document.add(new TextField("title", article.title(), Field.Store.NO));
    document.add(new TextField("tags", String.join(", ", article.tags()), Field.Store.NO));
    document.add(new TextField("body", article.body(), Field.Store.NO));
    return document;
  }

  private static IndexSearcher searcher(ByteBuffersDirectory directory) {
    try {
      return new IndexSearcher(DirectoryReader.open(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = KnowledgeBase.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the desk was packed without " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Weight(String field, float factor) {}
}
