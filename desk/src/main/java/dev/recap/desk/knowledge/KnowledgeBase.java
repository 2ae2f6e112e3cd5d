package dev.recap.desk.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * The articles of the desk and a ranked full-text search over them, all in memory.
 *
 * <p>Ranking is BM25 over title, tags and text as one field, in which a word of the title counts
 * three times and a tag twice. A query is a bag of words: nothing in it is syntax, so no text can
 * be a wrong query. Safe for any number of threads until it is closed.
 */
public final class KnowledgeBase implements AutoCloseable {
  /** The most hits that one search gives. */
  public static final int MAX_HITS = 3;

  /** What follows in a query is ignored: a question is shorter, and hostile text costs no time. */
  static final int MAX_QUERY_CHARS = 1_000;

  private static final int MAX_QUERY_TERMS = 64;
  private static final String PLACE = "place";
  private static final String CATEGORY = "category";
  private static final String TITLE = "title";
  private static final String TAGS = "tags";
  private static final String TEXT = "text";

  private final Terms terms = new Terms();
  private final List<Article> articles;
  private final List<Snippets> snippets;
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  KnowledgeBase(List<Article> articles) {
    this.articles = List.copyOf(articles);
    requireDistinctIds();
    snippets = articles.stream().map(article -> new Snippets(article, terms)).toList();
    try {
      write();
      reader = DirectoryReader.open(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    searcher = new IndexSearcher(reader);
  }

  /**
   * The articles that come with the desk.
   *
   * @throws IllegalArgumentException when one of them is not as it should be, naming the file, the
   *     field and what was expected
   */
  public static KnowledgeBase standard() {
    return new KnowledgeBase(Shelf.standard());
  }

  /**
   * The articles that answer a query, best first: at most {@value #MAX_HITS}, none when no article
   * has a word of it.
   *
   * @param query any text; its first 1,000 characters count, and of these the first 64 words that
   *     say something
   * @param category where to look, everywhere when empty
   * @throws IllegalStateException after {@link #close}
   */
  public List<Hit> search(String query, Optional<String> category) {
    Set<String> asked = asked(query);
    if (asked.isEmpty()) {
      return List.of();
    }
    try {
      List<Hit> hits = new ArrayList<>();
      for (ScoreDoc found : searcher.search(anyOf(asked, category), MAX_HITS).scoreDocs) {
        IndexableField place = searcher.storedFields().document(found.doc).getField(PLACE);
        hits.add(hit(place.numericValue().intValue(), asked));
      }
      return List.copyOf(hits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
      terms.analyzer().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireDistinctIds() {
    Set<String> ids = new HashSet<>();
    for (Article article : articles) {
      if (!ids.add(article.id())) {
        throw new IllegalArgumentException(
            "the id '%s' stands in two articles, but each needs its own".formatted(article.id()));
      }
    }
  }

  private void write() throws IOException {
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(terms.analyzer()))) {
      for (int place = 0; place < articles.size(); place++) {
        Article article = articles.get(place);
        var document = new Document();
        document.add(new StoredField(PLACE, place));
        document.add(new StringField(CATEGORY, article.category(), Store.NO));
        document.add(new TextField(TITLE, article.title(), Store.NO));
        document.add(new TextField(TAGS, String.join(", ", article.tags()), Store.NO));
        document.add(new TextField(TEXT, article.text(), Store.NO));
        writer.addDocument(document);
      }
    }
  }

  private Set<String> asked(String query) {
    var asked = new LinkedHashSet<String>();
    terms.of(query.substring(0, Math.min(query.length(), MAX_QUERY_CHARS))).stream()
        .limit(MAX_QUERY_TERMS)
        .forEach(asked::add);
    return asked;
  }

  private static Query anyOf(Set<String> asked, Optional<String> category) {
    var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
    for (String term : asked) {
      query.add(
          new CombinedFieldQuery.Builder(term)
              .addField(TITLE, 3)
              .addField(TAGS, 2)
              .addField(TEXT, 1)
              .build(),
          Occur.SHOULD);
    }
    category.ifPresent(only -> query.add(new TermQuery(new Term(CATEGORY, only)), Occur.FILTER));
    return query.build();
  }

  private Hit hit(int place, Set<String> asked) {
    Article article = articles.get(place);
    String snippet = snippets.get(place).best(asked, this::rarity);
    return new Hit(article.id(), article.title(), article.category(), snippet, 1);
  }

  /** The usual inverse document frequency over the texts, which is what a snippet is cut from. */
  private double rarity(String term) {
    try {
      return Math.log1p(reader.numDocs() / (1.0 + reader.docFreq(new Term(TEXT, term))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
