package dev.recap.web.guard;

import dev.recap.web.route.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Under which names the desk answers, and from which sites it takes a form. A browser says both,
 * and a page of somebody else's cannot make it say anything else; that holds on this machine, too,
 * where any name can be made to lead here.
 */
public final class Addresses {
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+)(?::(\\d{1,5}))?");
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int HTTPS = 443;

  private final boolean loopback;
  private final @Nullable URI publicUrl;

  private Addresses(boolean loopback, @Nullable URI publicUrl) {
    this.loopback = loopback;
    this.publicUrl = publicUrl;
  }

  /**
   * The names of a desk that listens on a host.
   *
   * @param publicUrl where browsers find it; null for where it listens
   * @throws IllegalArgumentException when others can reach it and the public address is missing, or
   *     is not one with https and nothing behind the name
   */
  public static Addresses of(String host, @Nullable URI publicUrl) {
    boolean loopback = isLoopback(host);
    if (publicUrl != null) {
      check(publicUrl);
    } else if (!loopback) {
      throw new IllegalArgumentException(
          "host is %s, which others can reach, so --public-url with https was expected"
              .formatted(host));
    }
    return new Addresses(loopback, publicUrl);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "host is '%s', but an address of this machine was expected".formatted(host), e);
    }
  }

  private static void check(URI url) {
    String path = url.getRawPath();
    boolean bare =
        (path == null || path.isEmpty() || path.equals("/"))
            && url.getRawQuery() == null
            && url.getRawUserInfo() == null
            && url.getRawFragment() == null;
    if (!"https".equalsIgnoreCase(url.getScheme()) || url.getHost() == null || !bare) {
      throw new IllegalArgumentException(
          "public-url is '%s', but one such as https://desk.example.org was expected"
              .formatted(url));
    }
  }

  /** Whether others than this machine's users may come. */
  public boolean open() {
    return !loopback || publicUrl != null;
  }

  /** Whether browsers come by https. */
  public boolean secure() {
    return publicUrl != null;
  }

  /** Whether what stands in front of the desk is on this machine, and is believed. */
  boolean behindProxy() {
    return publicUrl != null;
  }

  /**
   * Looks at whom the request is meant for.
   *
   * @throws Refusal with status 421 when it is meant for somebody else
   */
  public void checkHost(HttpServletRequest request) {
    String host = request.getHeader("Host");
    if (host == null || !(isHere(host, request.getLocalPort()) || isPublic(host))) {
      throw Refusal.of(421, "the desk does not answer under this name");
    }
  }

  /**
   * Looks at which site a changing request comes from.
   *
   * @throws Refusal with status 403 when it is a foreign one
   */
  void checkOrigin(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    String site = request.getHeader("Sec-Fetch-Site");
    boolean foreignSite = site != null && !site.equals("same-origin") && !site.equals("none");
    if (foreignSite || (origin != null && !isOurs(origin, request.getLocalPort()))) {
      throw Refusal.of(403, "the request comes from another site");
    }
  }

  private boolean isOurs(String origin, int port) {
    if (origin.startsWith("http://")) {
      return isHere(origin.substring("http://".length()), port);
    }
    return origin.startsWith("https://") && isPublic(origin.substring("https://".length()));
  }

  private static boolean isHere(String authority, int port) {
    Matcher parts = AUTHORITY.matcher(authority);
    return parts.matches()
        && HERE.contains(parts.group(1).toLowerCase(Locale.ROOT))
        && port(parts, 80) == port;
  }

  private boolean isPublic(String authority) {
    Matcher parts = AUTHORITY.matcher(authority);
    if (publicUrl == null || !parts.matches()) {
      return false;
    }
    int expected = publicUrl.getPort() < 0 ? HTTPS : publicUrl.getPort();
    return parts.group(1).equalsIgnoreCase(publicUrl.getHost()) && port(parts, HTTPS) == expected;
  }

  private static int port(Matcher parts, int otherwise) {
    return parts.group(2) == null ? otherwise : Integer.parseInt(parts.group(2));
  }
}
