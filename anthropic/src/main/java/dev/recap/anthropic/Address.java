package dev.recap.anthropic;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where an API is, without {@code /v1/messages}. */
record Address(URI uri) {
  /** The vendor's own. */
  static final Address VENDOR = new Address(URI.create("https://api.anthropic.com"));

  private static final Logger LOG = LoggerFactory.getLogger(Address.class);

  /** Each host is warned of once in a process, however many models talk to it. */
  private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();

  /**
   * Reads an address.
   *
   * @param field what the caller calls it
   * @throws IllegalArgumentException naming field and value, unless that may hold a password
   */
  static Address of(String field, String text) {
    try {
      return of(field, new URI(text));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "%s must be like http://localhost:8080, but is no address: %s at its character %d"
              .formatted(field, e.getReason(), e.getIndex() + 1));
    }
  }

  static Address of(String field, URI uri) {
    if (uri.getUserInfo() != null) {
      // Every message about a failure names the address.
      throw new IllegalArgumentException(field + " must not carry a user or a password");
    }
    boolean http = "http".equalsIgnoreCase(uri.getScheme());
    if (!(http || "https".equalsIgnoreCase(uri.getScheme())) || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "%s must be like http://localhost:8080, but was '%s'".formatted(field, uri));
    }
    return new Address(uri);
  }

  /** Whether it is the loopback of this machine, as far as its words say so. */
  boolean onThisMachine() {
    String host = host();
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("[::1]")
        || host.matches("127(?:\\.\\d{1,3}){3}");
  }

  /** Says once that whoever is on the way to that host can read key and conversation. */
  void warnIfReadable() {
    boolean plain = "http".equalsIgnoreCase(uri.getScheme());
    if (plain && !onThisMachine() && WARNED.add(host())) {
      LOG.warn(
          "the base URL goes to {} over plain http: the API key and all that is said can be read on"
              + " the way; use https",
          host());
    }
  }

  private String host() {
    return uri.getHost().toLowerCase(Locale.ROOT);
  }
}
