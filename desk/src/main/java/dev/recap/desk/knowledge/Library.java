package dev.recap.desk.knowledge;

import dev.recap.desk.ticket.TicketStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * The articles of a desk in all their versions. A version is never changed: editing and deleting
 * make the next one, and evidence names the one that the agent read. Safe for many threads and
 * processes.
 */
public final class Library {
  private static final String NEWEST =
      "version = (select max(version) from article as newer where newer.id = article.id)";

  private final TicketStore store;
  private final InstantSource clock;

  public Library(TicketStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What became of a change. */
  public sealed interface Change {}

  /** It is the newest version now, or was already. */
  public record Done(int version) implements Change {}

  /** Somebody else was faster: nothing was written. */
  public record Outdated(ArticleVersion newest) implements Change {}

  /**
   * What an import came to.
   *
   * @param fresh how many articles are new
   * @param changed how many have a next version
   * @param same how many were left as they are
   */
  public record Taken(int fresh, int changed, int same) {
    /** How many there were. */
    public int all() {
      return fresh + changed + same;
    }
  }

  /** The articles that are searched, in the order in which they came. */
  public List<ArticleVersion> now() {
    return store.besides(handle ->
        handle
            .createQuery(
                """
                select * from article where deleted = 0 and %s
                order by (select seq from article as first
                          where first.id = article.id and first.version = 1)\
                """
                    .formatted(NEWEST))
            .map((row, context) -> version(row))
            .list());
  }

  /** Whether there is an article to search. */
  public boolean isEmpty() {
    return store.besides(Library::count) == 0;
  }

  /** The versions of one, the newest first; empty where there never was such an article. */
  public List<ArticleVersion> versions(String id) {
    return store.besides(handle -> versions(handle, id));
  }

  /** One version as it was. */
  public Optional<ArticleVersion> version(String id, int version) {
    return versions(id).stream().filter(one -> one.version() == version).findFirst();
  }

  /** Goes up with everything that is written. */
  long state() {
    return store.besides(handle ->
        handle.createQuery("select coalesce(max(seq), 0) from article").mapTo(Long.class).one());
  }

  /**
   * Makes the next version, unless nothing is different.
   *
   * @param before the version that was edited; 0 where there was none
   * @throws IllegalArgumentException when the desk has as many articles as it may have
   */
  public Change save(int before, ArticleText article, String by) {
    return changing(
        article.id(),
        before,
        handle -> {
          Optional<ArticleVersion> newest = newest(handle, article.id());
          if (newest.filter(one -> !one.deleted() && one.article().equals(article)).isEmpty()) {
            write(handle, article, false, by);
            requireRoom(handle);
          }
        });
  }

  /**
   * Takes an article out of the search; its versions stay.
   *
   * @param before the version that was looked at
   */
  public Change delete(String id, int before, String by) {
    return changing(
        id,
        before,
        handle ->
            newest(handle, id)
                .filter(one -> !one.deleted())
                .ifPresent(one -> write(handle, one.article(), true, by)));
  }

  /**
   * Takes articles in, all or none: a next version of what differs from the newest one.
   *
   * @throws IllegalArgumentException when the desk would have more articles than it may have
   */
  public Taken take(List<ArticleText> articles, String by) {
    return take(articles, by, one -> false);
  }

  /**
   * Takes a folder's articles in again, all or none: a next version of what differs from what came
   * by this name before. What people changed or deleted here stays until the file changes.
   *
   * @param by who stands for the folder, the same each time
   * @throws IllegalArgumentException when the desk would have more articles than it may have
   */
  public Taken follow(List<ArticleText> articles, String by) {
    return take(articles, by, one -> one.by().equals(by));
  }

  /** Leaves an article as it is where it equals its newest version, or the newest of these. */
  private Taken take(List<ArticleText> articles, String by, Predicate<ArticleVersion> theirs) {
    return store.besides(handle -> {
      int fresh = 0;
      int changed = 0;
      for (ArticleText article : articles) {
        List<ArticleVersion> versions = versions(handle, article.id());
        boolean stands =
            versions.stream().limit(1).filter(one -> !one.deleted()).anyMatch(is(article));
        if (!stands && versions.stream().filter(theirs).limit(1).noneMatch(is(article))) {
          write(handle, article, false, by);
          fresh += versions.isEmpty() ? 1 : 0;
          changed += versions.isEmpty() ? 0 : 1;
        }
      }
      requireRoom(handle);
      return new Taken(fresh, changed, articles.size() - fresh - changed);
    });
  }

  private static Predicate<ArticleVersion> is(ArticleText article) {
    return version -> version.article().equals(article);
  }

  private Change changing(String id, int before, Consumer<Handle> work) {
    return store.besides(handle -> {
      Optional<ArticleVersion> newest = newest(handle, id);
      if (newest.isPresent() && newest.get().version() != before) {
        return new Outdated(newest.get());
      }
      work.accept(handle);
      return new Done(newest(handle, id).map(ArticleVersion::version).orElse(0));
    });
  }

  private static Optional<ArticleVersion> newest(Handle handle, String id) {
    return versions(handle, id).stream().findFirst();
  }

  private static List<ArticleVersion> versions(Handle handle, String id) {
    return handle
        .createQuery("select * from article where id = :id order by version desc")
        .bind("id", id)
        .map((row, context) -> version(row))
        .list();
  }

  private static int count(Handle handle) {
    return handle
        .createQuery("select count(*) from article where deleted = 0 and " + NEWEST)
        .mapTo(Integer.class)
        .one();
  }

  private void write(Handle handle, ArticleText article, boolean deleted, String by) {
    handle
        .createUpdate(
            """
            insert into article (id, version, title, category, tags, text, by, at, deleted)
            values (:id, (select coalesce(max(version), 0) + 1 from article where id = :id),
                    :title, :category, :tags, :text, :by, :at, :deleted)\
            """)
        .bind("id", article.id())
        .bind("title", article.title())
        .bind("category", article.category())
        .bind("tags", String.join(", ", article.tags()))
        .bind("text", article.text())
        .bind("by", by)
        .bind("at", clock.instant().toString())
        .bind("deleted", deleted ? 1 : 0)
        .execute();
  }

  private static void requireRoom(Handle handle) {
    long characters =
        handle
            .createQuery(
                "select coalesce(sum(length(text)), 0) from article where deleted = 0 and "
                    + NEWEST)
            .mapTo(Long.class)
            .one();
    if (characters > ArticleFiles.MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "the articles would have %,d characters, but those of a desk have at most %,d; nothing was taken"
              .formatted(characters, ArticleFiles.MOST_CHARACTERS));
    }
    int count = count(handle);
    if (count > ArticleFiles.MOST_ARTICLES) {
      throw new IllegalArgumentException(
          "there would be %,d articles, but a desk has at most %,d; nothing was taken"
              .formatted(count, ArticleFiles.MOST_ARTICLES));
    }
  }

  private static ArticleVersion version(ResultSet row) throws SQLException {
    return new ArticleVersion(
        new ArticleText(
            row.getString("id"),
            row.getString("title"),
            row.getString("category"),
            ArticleText.tagsOf(row.getString("tags")),
            row.getString("text")),
        row.getInt("version"),
        row.getString("by"),
        Instant.parse(row.getString("at")),
        row.getInt("deleted") == 1);
  }
}
