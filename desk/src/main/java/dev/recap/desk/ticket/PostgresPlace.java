package dev.recap.desk.ticket;

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
    refuseSecretInAuthority(text);
  }

  /** What is said of a text that is no URL of PostgreSQL's. */
  public static IllegalArgumentException refused(String name, String text) {
    return new IllegalArgumentException(
        "%s was '%s', but %s//HOST:PORT/DATABASE was expected"
            .formatted(name, text.split("[/@?]", 2)[0], URL));
  }

  static void refuseSecretInAuthority(String text) {
    if (is(text) && withoutOptions(text).indexOf('@') >= 0) {
      throw new IllegalArgumentException(
          "the URL of the database has a '@': user and password go behind it, as ?user=...&password=...");
    }
  }
}
