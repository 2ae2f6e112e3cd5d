package dev.recap.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.conversation.ToolCall;
import dev.recap.tool.Toolbox.Identity;
import dev.recap.tool.Toolbox.ToolDeclaration;
import dev.recap.tool.schema.CanonicalJson;
import dev.recap.work.Effect;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that was read, once: its tool, its arguments in their one spelling, and what is wrong with
 * it. Immutable.
 */
public final class CheckedCall {
  private final ToolCall call;
  private final @Nullable ToolDeclaration tool;
  final JsonNode tree;
  private final @Nullable WorkItem item;
  private final @Nullable String complaint;
  private final String canonical;

  private CheckedCall(
      ToolCall call,
      @Nullable ToolDeclaration tool,
      JsonNode tree,
      @Nullable WorkItem item,
      @Nullable String complaint) {
    this.call = call;
    this.tool = tool;
    this.tree = tree;
    this.item = item;
    this.complaint = complaint;
    this.canonical = CanonicalJson.write(tree);
  }

  /** A call that must not run, and why, in words for the model. */
  public static CheckedCall refused(ToolCall call, String complaint) {
    return new CheckedCall(call, null, JsonNodeFactory.instance.objectNode(), null, complaint);
  }

  /**
   * A call of this tool whose arguments fit its schema.
   *
   * @throws IllegalArgumentException when the arguments are no JSON object
   */
  public static CheckedCall of(ToolCall call, ToolDeclaration tool) {
    ObjectNode plain = CanonicalJson.arguments(call.arguments());
    return of(call, tool, CanonicalJson.spelled(plain, tool.identity().letters()));
  }

  /** Refused where it names no usable item although it gives one, or has to as it closes it. */
  static CheckedCall of(ToolCall call, ToolDeclaration tool, JsonNode spelled) {
    String name = tool.identity().item();
    WorkItem item = name == null ? null : item(spelled.path(name));
    boolean closes = tool.role() instanceof ToolDeclaration.Role.Closes;
    String complaint =
        item == null && (closes || (name != null && spelled.hasNonNull(name)))
            ? "%s was not called: %s must name a work item: 1 to 200 characters on one line"
                .formatted(tool.tool(), name)
            : null;
    return new CheckedCall(call, tool, spelled, item, complaint);
  }

  private static @Nullable WorkItem item(JsonNode key) {
    try {
      return key.isTextual() || key.isIntegralNumber() ? new WorkItem(key.asText()) : null;
    } catch (IllegalArgumentException unusable) {
      return null;
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
    return Optional.ofNullable(item);
  }

  /** Its arguments as canonical JSON: keys sorted, no white space. */
  public String arguments() {
    return canonical;
  }

  /** The call with these arguments. */
  public ToolCall spelled() {
    return new ToolCall(call.id(), call.tool(), arguments());
  }

  /** What makes it the same effect as another call; of a call that may run. */
  public IdempotencyKey idempotencyKey(@Nullable Opening opening) {
    Identity identity = tool().orElseThrow().identity();
    return IdempotencyKey.of(call.tool(), opening, identity.scope(), counted(identity.keys()));
  }

  /**
   * Which part of its item an idempotent call sets, as canonical JSON: of two calls for one part
   * the last counts. Null for the item as a whole.
   */
  public @Nullable String part() {
    ToolDeclaration known = tool().orElseThrow();
    return known.effect() == Effect.IDEMPOTENT && !known.identity().keys().isEmpty()
        ? counted(known.identity().keys())
        : null;
  }

  /** Those arguments that tell two effects apart; one that is null counts as one left out. */
  private String counted(List<String> keys) {
    if (keys.isEmpty()) {
      return arguments();
    }
    ObjectNode counted = JsonNodeFactory.instance.objectNode();
    keys.stream().filter(tree::hasNonNull).forEach(key -> counted.set(key, tree.get(key)));
    return CanonicalJson.write(counted);
  }
}
