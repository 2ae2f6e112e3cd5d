package dev.recap.desk.ticket;

import java.util.Objects;

/**
 * Which tool call asks, as it goes on record.
 *
 * @param run the run that asks
 * @param callId the model's id for the call
 * @param idempotencyKey the same for every try of the same effect
 * @param arguments canonical JSON
 */
public record DeskCall(
    String run, String callId, String idempotencyKey, String tool, String arguments) {
  public DeskCall {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(callId, "callId");
    Objects.requireNonNull(idempotencyKey, "idempotencyKey");
    Objects.requireNonNull(tool, "tool");
    Objects.requireNonNull(arguments, "arguments");
  }
}
