package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * An error as the API words it.
 *
 * @param status the HTTP status
 * @param type such as {@code invalid_request_error}
 * @param message the text
 * @param code what stands in {@code details.error_code}, if anything does
 */
public record ApiError(int status, String type, String message, Optional<String> code) {
  /** An error without details. */
  public static ApiError of(int status, String type, String message) {
    return new ApiError(status, type, message, Optional.empty());
  }

  /** A request that breaks a rule. */
  public static ApiError invalid(String message) {
    return of(400, "invalid_request_error", message);
  }

  /** The body that carries it. */
  public ObjectNode json(String requestId) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", "error");
    ObjectNode error = body.putObject("error");
    error.put("type", type).put("message", message);
    code.ifPresent(value -> error.putObject("details").put("error_code", value));
    body.put("request_id", requestId);
    return body;
  }
}
