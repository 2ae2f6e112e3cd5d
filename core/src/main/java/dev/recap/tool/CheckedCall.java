package dev.recap.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.conversation.ToolCall;
import dev.recap.work.Effect;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that was read, once: its tool, its arguments in their one spelling, and what is wrong with
 * it. Immutable as far as anybody can see.
 */
public final class CheckedCall {
  private final ToolCall call;
  private final @Nullable ToolDeclaration tool;
  private final JsonNode arguments;
  private final @Nullable String complaint;
  private @Nullable String canonical;

  private CheckedCall(
      ToolCall call,
      @Nullable ToolDeclaration tool,
      JsonNode arguments,
      @Nullable String complaint) {
    this.call = call;
    this.tool = tool;
    this.arguments = arguments;
    this.complaint = complaint;
  }

  /** A call that must not run, and why, in words for the model. */
  public static CheckedCall refused(ToolCall call, String complaint) {
    return new CheckedCall(call, null, CanonicalJson.object(), complaint);
  }

  /**
   * A call of this tool whose arguments fit its schema.
   *
   * @throws IllegalArgumentException when the arguments are not JSON
   */
  public static CheckedCall of(ToolCall call, ToolDeclaration tool) {
    JsonNode spelled =
        tool.identity().spelled(CanonicalJson.plain(CanonicalJson.read(call.arguments())));
    return of(call, tool, spelled);
  }

  static CheckedCall of(ToolCall call, ToolDeclaration tool, JsonNode spelled) {
    return new CheckedCall(call, tool, spelled, lacksItem(tool, spelled).orElse(null));
  }

  /** It names no usable item although it gives one, or has to because it closes it. */
  private static Optional<String> lacksItem(ToolDeclaration tool, JsonNode arguments) {
    String item = tool.identity().item();
    boolean given = item != null && arguments.hasNonNull(item);
    return (given || tool.role() instanceof ToolDeclaration.Role.Closes)
            && item(tool, arguments).isEmpty()
        ? Optional.of(
            "%s was not called: %s must name a work item: 1 to 200 characters on one line"
                .formatted(tool.tool(), item))
        : Optional.empty();
  }

  private static Optional<WorkItem> item(ToolDeclaration tool, JsonNode arguments) {
    String item = tool.identity().item();
    JsonNode key = item == null ? null : arguments.get(item);
    if (key == null || !(key.isTextual() || key.isIntegralNumber())) {
      return Optional.empty();
    }
    try {
      return Optional.of(new WorkItem(key.asText()));
    } catch (IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  public ToolCall call() {
    return call;
  }

  /** What is known of its tool; empty when it must not run for want of one. */
  public Optional<ToolDeclaration> tool() {
    return Optional.ofNullable(tool);
  }

  /** Why it must not run, in words for the model; empty when it may. */
  public Optional<String> complaint() {
    return Optional.ofNullable(complaint);
  }

  /** The work item it names. */
  public Optional<WorkItem> item() {
    return complaint == null ? tool().flatMap(known -> item(known, arguments)) : Optional.empty();
  }

  /** Its arguments as canonical JSON: keys sorted, no white space. */
  public String arguments() {
    if (canonical == null) {
      canonical = CanonicalJson.write(arguments);
    }
    return canonical;
  }

  /** The call with these arguments. */
  public ToolCall spelled() {
    return new ToolCall(call.id(), call.tool(), arguments());
  }

  /** What makes it the same effect as another call; of a call that may run. */
  public IdempotencyKey idempotencyKey(@Nullable Opening opening) {
    Identity identity = tool().orElseThrow().identity();
    String counted = CanonicalJson.write(identity.counted(arguments));
    return IdempotencyKey.of(call.tool(), opening, identity.scope(), counted);
  }

  /**
   * Which part of its item an idempotent call sets, as canonical JSON: of two calls for one part
   * the last counts. Null for the item as a whole.
   */
  public @Nullable String part() {
    ToolDeclaration known = tool().orElseThrow();
    return known.effect() == Effect.IDEMPOTENT && !known.identity().keys().isEmpty()
        ? CanonicalJson.write(known.identity().counted(arguments))
        : null;
  }

  JsonNode tree() {
    return arguments;
  }
}
