package dev.recap.desk.connect;

import dev.recap.desk.mail.SettingsFile;
import dev.recap.desk.mail.Way;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Which Zammad, and what of it. Holds no secret, and may be shown.
 *
 * @param url the address of its start page
 * @param tokenEnv the environment variable with the access token
 * @param query what is fetched, in Zammad's own search language
 * @param way what becomes of an approved reply: {@link Way#NOTE} or {@link Way#REPLY}
 * @param requestsAMinute how many are made at most
 */
public record ZammadSettings(URI url, String tokenEnv, String query, Way way, int requestsAMinute) {
  /** The name of the file in the data folder. */
  public static final String NAME = "connect.properties";

  private static final String OPEN = "state.name:new OR state.name:open";
  private static final int USUAL_REQUESTS = 60;
  private static final int MOST_REQUESTS = 6000;
  private static final Set<String> KEYS =
      Set.of(
          "zammad.url",
          "zammad.token-env",
          "zammad.query",
          "zammad.way",
          "zammad.requests-a-minute");

  /**
   * @throws IllegalArgumentException naming the key
   */
  public ZammadSettings {
    if (!isHttps(url) && !isLoopback(url)) {
      throw new IllegalArgumentException(
          "zammad.url was '%s', but an https address was expected".formatted(url));
    }
    if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "zammad.url has a user, a query or a fragment, but a plain address was expected");
    }
    if (tokenEnv.isBlank() || query.isBlank()) {
      throw new IllegalArgumentException("zammad.token-env or zammad.query is blank");
    }
    if (way != Way.NOTE && way != Way.REPLY) {
      throw new IllegalArgumentException(
          "zammad.way was '%s', but 'note' or 'reply' was expected".formatted(way.label()));
    }
    if (requestsAMinute < 1 || requestsAMinute > MOST_REQUESTS) {
      throw new IllegalArgumentException(
          "zammad.requests-a-minute was %d, but 1 to %d was expected"
              .formatted(requestsAMinute, MOST_REQUESTS));
    }
  }

  private static boolean isHttps(URI url) {
    return "https".equals(url.getScheme()) && url.getHost() != null;
  }

  private static boolean isLoopback(URI url) {
    return "http".equals(url.getScheme())
        && ("127.0.0.1".equals(url.getHost()) || "localhost".equals(url.getHost()));
  }

  /** What its tickets are filed under. */
  String system() {
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return "zammad " + url.getHost().toLowerCase(Locale.ROOT) + port;
  }

  /**
   * The settings in a data folder; empty when there is no such file.
   *
   * @throws IllegalArgumentException naming the file and the key
   */
  public static Optional<ZammadSettings> in(Path folder) {
    return SettingsFile.read(folder.resolve(NAME), ZammadSettings::read);
  }

  /**
   * The settings that these properties describe.
   *
   * @throws IllegalArgumentException naming the key
   */
  public static ZammadSettings read(Properties properties) {
    SettingsFile.refuseOthers(properties, KEYS);
    String requests =
        properties.getProperty("zammad.requests-a-minute", String.valueOf(USUAL_REQUESTS));
    if (!requests.strip().matches("[0-9]{1,4}")) {
      throw new IllegalArgumentException(
          "zammad.requests-a-minute was '%s', but a number was expected".formatted(requests));
    }
    return new ZammadSettings(
        URI.create(need(properties, "zammad.url")),
        need(properties, "zammad.token-env"),
        properties.getProperty("zammad.query", OPEN).strip(),
        Way.of(properties.getProperty("zammad.way", Way.NOTE.label()).strip()),
        Integer.parseInt(requests.strip()));
  }

  private static String need(Properties properties, String key) {
    String text = properties.getProperty(key);
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("%s is missing".formatted(key));
    }
    return text.strip();
  }
}
