package dev.recap.desk.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * The articles of the desk and a ranked full-text search over them, all in memory.
 *
 * <p>Ranking is BM25 over title, tags and text, see {@link Ranking}. A query is a bag of words:
 * nothing in it is syntax, so no text can be a wrong query. Each article is cut into words as its
 * {@link Language} has it, and a query as each of these; where there are several, articles in the
 * query's language stand before others. All of it lies in memory. Safe for any number of threads.
 */
public final class KnowledgeBase {
  /** The most hits that one search gives. */
  public static final int MAX_HITS = 3;

  /** What follows in a query is ignored: a question is shorter, and hostile text costs no time. */
  static final int MAX_QUERY_CHARS = 1_000;

  private static final int MAX_QUERY_TERMS = 64;

  private final List<Article> articles;
  private final Ranking ranking;
  private final List<Language> languages;
  private final Map<Language, Terms> terms = new EnumMap<>(Language.class);
  private final Set<String> categories = new HashSet<>();
  private final List<Snippets> snippets = new ArrayList<>();
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private static final class Standard {
    static final KnowledgeBase BASE = new KnowledgeBase(Shelf.standard(), Ranking.AS_ONE_FIELD);

    private Standard() {}
  }

  KnowledgeBase(List<Article> articles) {
    this(articles, Ranking.BY_FIELD);
  }

  private KnowledgeBase(List<Article> articles, Ranking ranking) {
    this.articles = List.copyOf(articles);
    this.ranking = ranking;
    requireDistinctIds();
    languages =
        Language.of(
            articles.stream().map(article -> article.title() + "\n" + article.text()).toList());
    for (int place = 0; place < articles.size(); place++) {
      Terms cut = terms.computeIfAbsent(languages.get(place), language -> new Terms(language));
      snippets.add(new Snippets(articles.get(place), cut));
      categories.add(articles.get(place).category());
    }
    try {
      write();
      reader = DirectoryReader.open(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    searcher = new IndexSearcher(reader);
  }

  /**
   * The articles that come with the desk, ranked as the reference runs were recorded; made once.
   *
   * @throws IllegalArgumentException when one of them is not as it should be, naming the file, the
   *     field and what was expected
   */
  public static KnowledgeBase standard() {
    return Standard.BASE;
  }

  /**
   * A base of these articles, each as its first version.
   *
   * @throws IllegalArgumentException when two have one id
   */
  public static KnowledgeBase of(List<ArticleText> articles) {
    return new KnowledgeBase(articles.stream().map(article -> article.version(1)).toList());
  }

  /**
   * The articles that answer a query, best first: at most {@value #MAX_HITS}, none when no article
   * has a word of it.
   *
   * @param query any text; its first 1,000 characters count, and of these the first 64 words that
   *     say something
   * @param category where to look, and among articles of no category; everywhere when it is empty
   *     or no article has it
   */
  public List<Hit> search(String query, Optional<String> category) {
    return search(query, category, "");
  }

  /**
   * The same about something.
   *
   * @param about a text in the language that is meant where the query does not tell, such as the
   *     ticket's; may be empty
   */
  public List<Hit> search(String query, Optional<String> category, String about) {
    return ranked(query, category, about, MAX_HITS).stream().map(Ranked::hit).toList();
  }

  /** The same with what ranked them, and at most so many. */
  public List<Ranked> ranked(String query, Optional<String> category, String about, int most) {
    Map<Language, Set<String>> asked = asked(query);
    if (asked.isEmpty()) {
      return List.of();
    }
    Optional<String> within = category.filter(categories::contains);
    List<Ranked> ranked = new ArrayList<>();
    Set<Integer> taken = new HashSet<>();
    for (Optional<Language> language : preferred(query, about)) {
      for (ScoreDoc found : found(ArticleEntry.anyOf(asked, ranking, within, language), most)) {
        int place = place(found);
        if (ranked.size() < most && taken.add(place)) {
          ranked.add(new Ranked(ranked.size() + 1, found.score, hit(place, asked)));
        }
      }
    }
    return List.copyOf(ranked);
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
    Analyzer byField = new PerFieldAnalyzerWrapper(new StandardAnalyzer(), analyzers());
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(byField))) {
      for (int place = 0; place < articles.size(); place++) {
        writer.addDocument(ArticleEntry.of(articles.get(place), languages.get(place), place));
      }
    }
  }

  private Map<String, Analyzer> analyzers() {
    Map<String, Analyzer> analyzers = new HashMap<>();
    terms.forEach((language, cut) ->
        ArticleEntry.fields(language).forEach(field -> analyzers.put(field, cut.analyzer())));
    return analyzers;
  }

  private Map<Language, Set<String>> asked(String query) {
    String start = query.substring(0, Math.min(query.length(), MAX_QUERY_CHARS));
    Map<Language, Set<String>> asked = new EnumMap<>(Language.class);
    terms.forEach((language, cut) -> {
      var words = new LinkedHashSet<String>();
      cut.of(start).stream().limit(MAX_QUERY_TERMS).forEach(words::add);
      if (!words.isEmpty()) {
        asked.put(language, words);
      }
    });
    return asked;
  }

  /**
   * Where to look one after the other: in the language that is meant, if that is known, and all.
   */
  private List<Optional<Language>> preferred(String query, String about) {
    if (terms.size() == 1) {
      return List.of(Optional.empty());
    }
    Language ofQuery = Language.of(query);
    Language meant = ofQuery == Language.OTHER ? Language.of(about) : ofQuery;
    return terms.containsKey(meant)
        ? List.of(Optional.of(meant), Optional.empty())
        : List.of(Optional.empty());
  }

  private ScoreDoc[] found(Query query, int most) {
    try {
      return searcher.search(query, most).scoreDocs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int place(ScoreDoc found) {
    try {
      return ArticleEntry.place(searcher.storedFields().document(found.doc));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Hit hit(int place, Map<Language, Set<String>> asked) {
    Article article = articles.get(place);
    Language language = languages.get(place);
    String snippet =
        snippets
            .get(place)
            .best(asked.getOrDefault(language, Set.of()), term -> rarity(language, term));
    return new Hit(article.id(), article.title(), article.category(), snippet, article.version());
  }

  /** The usual inverse document frequency over the texts, which is what a snippet is cut from. */
  private double rarity(Language language, String term) {
    try {
      return Math.log1p(
          reader.numDocs() / (1.0 + reader.docFreq(ArticleEntry.inText(language, term))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
