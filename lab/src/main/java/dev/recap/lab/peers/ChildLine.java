package dev.recap.lab.peers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A line that a peer printed. */
sealed interface ChildLine {
  /** It runs, and this is the version that its own package states. */
  record Started(String version) implements ChildLine {}

  /** Its loop is over; in its own words. */
  record Ended(String how) implements ChildLine {}

  /** Anything else: libraries print too. */
  record Chatter(String text) implements ChildLine {}

  ObjectMapper JSON = new ObjectMapper();

  /** What a line says; nothing that a peer prints is an error. */
  static ChildLine of(String line) {
    JsonNode said;
    try {
      said = JSON.readTree(line);
    } catch (JsonProcessingException notJson) {
      return new Chatter(line);
    }
    return switch (said.path("peer").asText()) {
      case "started" -> new Started(said.path("version").asText());
      case "ended" -> new Ended(said.path("how").asText());
      default -> new Chatter(line);
    };
  }
}
