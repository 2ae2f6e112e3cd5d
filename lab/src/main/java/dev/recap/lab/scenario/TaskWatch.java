package dev.recap.lab.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Looks for the task, byte for byte, in every request that went out. */
public final class TaskWatch {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String task;
  private int requests;
  private int missing;

  public TaskWatch(String task) {
    this.task = task;
  }

  /** Looks at the bytes of one request. */
  public void sent(String requestJson) {
    requests++;
    if (!hasTask(requestJson)) {
      missing++;
    }
  }

  boolean alwaysInView() {
    return requests > 0 && missing == 0;
  }

  /** Requests without the task. */
  public int missing() {
    return missing;
  }

  private boolean hasTask(String requestJson) {
    try {
      for (JsonNode message : JSON.readTree(requestJson).path("messages")) {
        if (message.path("role").asText().equals("user") && hasTask(message.path("content"))) {
          return true;
        }
      }
      return false;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request went out that is not JSON", e);
    }
  }

  private boolean hasTask(JsonNode content) {
    if (content.isTextual()) {
      return content.asText().equals(task);
    }
    for (JsonNode block : content) {
      if (block.path("text").asText().equals(task)) {
        return true;
      }
    }
    return false;
  }
}
