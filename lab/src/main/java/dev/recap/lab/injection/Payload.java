package dev.recap.lab.injection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A text that wants to be obeyed.
 *
 * @param line where it stands in its file, from 1
 * @param source where it was collected; empty when the file does not say
 */
public record Payload(int line, String source, String text) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public Payload {
    Objects.requireNonNull(source, "source");
    if (text.isBlank()) {
      throw new IllegalArgumentException("text of line " + line + " is blank");
    }
  }

  /**
   * The payloads of a file of JSON lines with the fields {@code text} and {@code source}.
   *
   * @throws IllegalArgumentException when it cannot be read, naming the line
   */
  public static List<Payload> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      List<Payload> payloads = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          payloads.add(parse(i + 1, lines.get(i)));
        }
      }
      return List.copyOf(payloads);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the file of payloads is %s, which cannot be read: %s".formatted(file, e.getMessage()),
          e);
    }
  }

  private static Payload parse(int line, String json) {
    try {
      JsonNode node = JSON.readTree(json);
      return new Payload(line, node.path("source").asText(""), node.path("text").asText(""));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "line %d is no JSON object with a text: %s".formatted(line, e.getOriginalMessage()), e);
    }
  }
}
