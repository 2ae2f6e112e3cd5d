package dev.recap.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What becomes of a request. */
sealed interface Outcome {
  /** As in the {@code request-id} header. */
  String requestId();

  /** JSON with a status; {@code retryAfterSeconds} is 0 where none is named. */
  record Json(String requestId, int status, String json, int retryAfterSeconds)
      implements Outcome {}

  /** A message to be sent as events. */
  record Events(String requestId, ObjectNode message, int outputTokens) implements Outcome {}

  /** No answer: the connection closes. */
  record Dropped(String requestId) implements Outcome {}
}
