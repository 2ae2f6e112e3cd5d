package dev.recap.web.guard;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/** What every answer says to browsers. */
public final class ResponseHeaders {
  // No other site hears where a visitor came from. "no-referrer" would also take the origin from
  // the desk's own forms, and with it what tells them from foreign ones.
  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()",
          "Cache-Control",
          "no-store");

  private ResponseHeaders() {}

  /** Sets them; a handler may set another one of the same name later. */
  public static void set(HttpServletResponse response) {
    ALWAYS.forEach(response::setHeader);
  }

  /** Sets them where there is no servlet yet. */
  static void set(HttpFields.Mutable headers) {
    ALWAYS.forEach(headers::put);
  }
}
