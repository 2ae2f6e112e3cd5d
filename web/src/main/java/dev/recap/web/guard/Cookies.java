package dev.recap.web.guard;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one cookie: chance that tells a browser from others, and a session's secret once signed in.
 */
public final class Cookies {
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final boolean secure;

  /**
   * Cookies of a desk.
   *
   * @param secure whether browsers come by https
   */
  public Cookies(boolean secure) {
    this.secure = secure;
  }

  /** What the browser keeps; empty where it keeps nothing that is one of ours. */
  Optional<String> secret(Context context) {
    return Optional.ofNullable(context.cookie(name(context)))
        .filter(value -> SECRET.matcher(value).matches());
  }

  /**
   * Gives the browser something to keep, in the place of what it kept.
   *
   * @param lasts zero for until the browser is closed
   */
  public void give(Context context, String secret, Duration lasts) {
    String age = lasts.isZero() ? "" : "; Max-Age=" + lasts.toSeconds();
    context
        .res()
        .addHeader(
            "Set-Cookie",
            "%s=%s; Path=/%s; HttpOnly; SameSite=Lax%s"
                .formatted(name(context), secret, age, secure ? "; Secure" : ""));
  }

  /**
   * Browsers tell cookies apart by name and host alone: two desks on one machine would share it.
   */
  private String name(Context context) {
    return secure ? "__Host-recap" : "recap-" + context.req().getLocalPort();
  }
}
