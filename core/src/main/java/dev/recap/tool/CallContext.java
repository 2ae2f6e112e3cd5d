package dev.recap.tool;

import dev.recap.conversation.ToolCall;
import dev.recap.work.IdempotencyKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a tool may know about the call it serves; a parameter of this type is filled in and is not
 * part of the schema. For one call, on any thread.
 */
public final class CallContext {
  private final String runId;
  private final String idempotencyKey;
  private final ToolCall call;
  private final List<Object> given;
  private final BooleanSupplier mayBegin;

  private CallContext(
      String runId,
      String idempotencyKey,
      ToolCall call,
      List<Object> given,
      BooleanSupplier mayBegin) {
    this.runId = Objects.requireNonNull(runId, "runId");
    this.idempotencyKey = idempotencyKey;
    this.call = Objects.requireNonNull(call, "call");
    this.given = List.copyOf(given);
    this.mayBegin = mayBegin;
  }

  /**
   * The context of a call, as a toolbox hands it on or a test of a tool makes it.
   *
   * @param call with its arguments as canonical JSON
   * @param given what the caller gave to the run
   */
  public static CallContext of(String runId, IdempotencyKey key, ToolCall call, Object... given) {
    return new CallContext(runId, key.value(), call, List.of(given), () -> true);
  }

  /** The same with one more value, for a toolbox around another one. */
  public CallContext with(Object value) {
    List<Object> more = new ArrayList<>(given);
    more.addFirst(Objects.requireNonNull(value, "value"));
    return new CallContext(runId, idempotencyKey, call, more, mayBegin);
  }

  /** The same while it runs: whether its effect may begin, and that it does. */
  CallContext running(BooleanSupplier effectBegins) {
    return new CallContext(runId, idempotencyKey, call, given, effectBegins);
  }

  /** The run that asks. */
  public String runId() {
    return runId;
  }

  /** The model's id for the call. */
  public String callId() {
    return call.id();
  }

  /** The same for every try of the same effect: hand it on as an idempotency key. */
  public String idempotencyKey() {
    return idempotencyKey;
  }

  /** The tool's name. */
  public String tool() {
    return call.tool();
  }

  /** Canonical JSON: keys sorted, no white space, item and keys in their one spelling. */
  public String arguments() {
    return call.arguments();
  }

  /** What the caller gave to the run of this type, see {@code Agent.with}. */
  public <T> Optional<T> given(Class<T> type) {
    return given.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  /**
   * Says that the effect begins now, on any thread of the tool's; for tools that declare {@link
   * Tool#begins}.
   *
   * @throws IllegalStateException when nobody waits for the call any more: it must not begin
   */
  public void begins() {
    if (!mayBegin.getAsBoolean()) {
      throw new IllegalStateException(
          "%s was given up or had ended before its effect began, so it must not begin any more"
              .formatted(tool()));
    }
  }
}
