package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The rules on cache breakpoints: at most four, with a known time to live, none on thinking. */
final class CacheControlRules {
  private static final int MOST = 4;

  private CacheControlRules() {}

  static void check(JsonNode body) {
    List<String> ttls = new ArrayList<>();
    collect(body.path("tools"), "tools", ttls);
    collect(body.path("system"), "system", ttls);
    int index = 0;
    for (JsonNode message : body.path("messages")) {
      collect(message.path("content"), "messages." + index++ + ".content", ttls);
    }
    if (body.has("cache_control")) {
      ttls.add(ttl(body.path("cache_control"), "cache_control"));
    }
    if (ttls.size() > MOST) {
      throw ApiException.invalid(
          "A maximum of 4 blocks with cache_control may be provided. Found %s.", ttls.size());
    }
    int firstShort = ttls.indexOf("5m");
    if (firstShort >= 0 && ttls.lastIndexOf("1h") > firstShort) {
      throw ApiException.invalid(
          "a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block."
              + " Note that blocks are processed in the following order: `tools`, `system`,"
              + " `messages`.");
    }
  }

  private static void collect(JsonNode blocks, String path, List<String> ttls) {
    if (!blocks.isArray()) {
      return;
    }
    for (int i = 0; i < blocks.size(); i++) {
      JsonNode control = blocks.get(i).path("cache_control");
      if (!control.isMissingNode() && !control.isNull()) {
        String type = blocks.get(i).path("type").asText();
        if (type.equals("thinking") || type.equals("redacted_thinking")) {
          throw ApiException.invalid(
              "%s.%s.%s.cache_control: Extra inputs are not permitted", path, i, type);
        }
        ttls.add(ttl(control, path + "." + i + ".cache_control"));
      }
      collect(blocks.get(i).path("content"), path + "." + i + ".content", ttls);
    }
  }

  private static String ttl(JsonNode control, String path) {
    if (!control.path("type").asText().equals("ephemeral")) {
      throw ApiException.invalid(path + ".type: Input should be 'ephemeral'");
    }
    String ttl = control.path("ttl").asText("5m");
    if (!ttl.equals("5m") && !ttl.equals("1h")) {
      throw ApiException.invalid(path + ".ttl: Input should be '5m' or '1h'");
    }
    return ttl;
  }
}
