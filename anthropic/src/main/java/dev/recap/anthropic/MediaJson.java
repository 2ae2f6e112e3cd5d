package dev.recap.anthropic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.conversation.Media;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Images and documents in the words of the Messages API, their bytes inline. */
final class MediaJson {
  private MediaJson() {}

  static ObjectNode of(Media media) {
    ObjectNode node = JsonText.MAPPER.createObjectNode();
    node.put("type", media.isImage() ? "image" : "document");
    ObjectNode source = node.putObject("source");
    if (media.type().equals("text/plain")) {
      source.put("type", "text").put("media_type", media.type());
      source.put("data", new String(media.bytes(), StandardCharsets.UTF_8));
    } else {
      source.put("type", "base64").put("media_type", media.type());
      source.put("data", Base64.getEncoder().encodeToString(media.bytes()));
    }
    return media.isImage() ? node : node.put("title", media.name());
  }
}
