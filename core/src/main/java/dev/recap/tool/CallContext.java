package dev.recap.tool;

import java.util.Objects;

/**
 * What a tool may know about the call it serves; a parameter of this type is filled in and is not
 * part of the schema.
 *
 * @param runId the run that asks
 * @param callId the model's id for the call
 * @param effectKey the same for every try of the same effect: hand it on as an idempotency key
 * @param tool the tool's name
 * @param arguments canonical JSON: keys sorted, no white space
 */
public record CallContext(
    String runId, String callId, String effectKey, String tool, String arguments) {
  public CallContext {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(callId, "callId");
    Objects.requireNonNull(effectKey, "effectKey");
    Objects.requireNonNull(tool, "tool");
    Objects.requireNonNull(arguments, "arguments");
  }
}
