package dev.recap.web.knowledge;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where an article stands: its id may be in any script. */
public final class ArticlePath {
  private ArticlePath() {}

  /** The page of one version. */
  public static String of(String id, int version) {
    return of(id) + "/" + version;
  }

  /** What the pages and actions of an article begin with. */
  public static String of(String id) {
    return "/knowledge/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
