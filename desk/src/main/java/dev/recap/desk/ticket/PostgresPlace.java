package dev.recap.desk.ticket;

import org.postgresql.ds.PGSimpleDataSource;

/** The URL of a PostgreSQL database, as people write it and as it may be shown. */
public final class PostgresPlace {
  static final String URL = "jdbc:postgresql:";

  private PostgresPlace() {}

  /** Whether a text is one, and no file. */
  public static boolean is(String text) {
    return text.startsWith(URL);
  }

  /** Without user and password, which are among its options. */
  public static String withoutOptions(String place) {
    int options = place.indexOf('?');
    return is(place) && options >= 0 ? place.substring(0, options) : place;
  }

  /**
   * Refuses a text that is meant as the URL of a database and is none of PostgreSQL's.
   *
   * @throws IllegalArgumentException with no more of the text than has no secret in it
   */
  public static void refuseOthers(String name, String text) {
    if (!is(text) && (text.startsWith("jdbc:") || text.contains("://"))) {
      throw refused(name, text);
    }
  }

  /**
   * Connections to a database, whose failures tell nothing of what its rows say.
   *
   * @throws IllegalArgumentException when it is no URL that can be read, without what stands in it
   */
  public static PGSimpleDataSource source(String url) {
    if (withoutOptions(url).indexOf('@') >= 0) {
      throw new IllegalArgumentException(
          "the URL of the database has a '@': user and password go behind it, as ?user=...&password=...");
    }
    var source = new PGSimpleDataSource();
    try {
      source.setUrl(url);
    } catch (IllegalArgumentException itHasTheUrl) {
      // Not as a cause: where that is logged, so is a password.
      throw new IllegalArgumentException(
          "the URL of the database cannot be read; %s//HOST:PORT/DATABASE was expected"
              .formatted(URL));
    }
    source.setLogServerErrorDetail(false);
    return source;
  }

  /** What is said of a text that is no URL of PostgreSQL's. */
  public static IllegalArgumentException refused(String name, String text) {
    return new IllegalArgumentException(
        "%s was '%s', but %s//HOST:PORT/DATABASE was expected"
            .formatted(name, text.split("[/@?]", 2)[0], URL));
  }
}
