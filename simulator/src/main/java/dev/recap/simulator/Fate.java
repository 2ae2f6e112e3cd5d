package dev.recap.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What becomes of a request. */
sealed interface Fate {
  /** As in the {@code request-id} header. */
  String requestId();

  /** JSON with a status; {@code retryAfterSeconds} is 0 where none is named. */
  record Json(String requestId, int status, String json, int retryAfterSeconds) implements Fate {}

  /** A message to be sent as events. */
  record Events(String requestId, ObjectNode message, int outputTokens) implements Fate {}

  /** No answer: the connection closes. */
  record Dropped(String requestId) implements Fate {}
}
