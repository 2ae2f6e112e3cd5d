package dev.recap.lab.scenario;

import com.fasterxml.jackson.databind.JsonNode;

/** Looks for the task, byte for byte, in every request that went out. */
public final class TaskWatch {
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
    for (JsonNode message : WireJson.read(requestJson).path("messages")) {
      if (message.path("role").asText().equals("user") && hasTask(message.path("content"))) {
        return true;
      }
    }
    return false;
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
