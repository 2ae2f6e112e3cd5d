package dev.recap.tool;

import dev.recap.model.ToolSpec;
import dev.recap.tool.Toolbox.Identity;
import dev.recap.tool.Toolbox.ToolDeclaration;
import dev.recap.tool.Toolbox.ToolDeclaration.Role;
import dev.recap.work.Effect;
import dev.recap.work.IdempotencyKey.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A tool that somebody else described: a name, a JSON Schema and a function, as an MCP server or an
 * OpenAPI file gives them. Hand it to {@link Tools#of} beside annotated objects.
 *
 * <p>As long as nothing else is said it is {@link Effect#UNDECLARED}: treated as changing, run in
 * call order, never tried again when its outcome is unknown. It touches no work item.
 *
 * @param spec what the model is told
 * @param declaration what is taken for granted about its calls
 */
public record ForeignTool(ToolSpec spec, ToolDeclaration declaration, Handler handler) {

  /** Carries out calls, on any thread. */
  @FunctionalInterface
  public interface Handler {

    /**
     * Carries out one call and returns what the model is told: a text, an image or document, a list
     * of {@link dev.recap.conversation.Text} and {@link dev.recap.conversation.Media}, or anything
     * else as JSON.
     *
     * <p>A {@link ToolFailure} says that nothing has changed. After any other exception nobody
     * knows, unless the tool is read-only.
     *
     * @param arguments JSON that fits the schema, as the model wrote it
     * @param context with the idempotency key, for a tool that takes an idempotency key
     */
    Object run(String arguments, CallContext context) throws Exception;
  }

  /**
   * What a foreign party claims about its tool, as in the annotations of MCP.
   *
   * @param readOnly it changes nothing
   * @param idempotent a repeat with the same arguments changes nothing more
   * @param destructive it may overwrite or delete
   */
  public record Hints(boolean readOnly, boolean idempotent, boolean destructive) {
    /** What MCP takes for granted when a server claims nothing. */
    public static final Hints NONE = new Hints(false, false, true);
  }

  public ForeignTool {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(declaration, "declaration");
    Objects.requireNonNull(handler, "handler");
  }

  /**
   * A tool of which nothing is known but how to call it.
   *
   * @param name 1 to 64 letters, digits, {@code _} or {@code -}
   * @param inputSchema a JSON Schema of an object, as text
   * @throws IllegalArgumentException when the name is not one
   */
  public static ForeignTool of(
      String name, String description, String inputSchema, Handler handler) {
    var unknown =
        new ToolDeclaration(name, Effect.UNDECLARED, Identity.NONE, new Role.Works(), false);
    return new ForeignTool(new ToolSpec(name, description, inputSchema), unknown, handler);
  }

  /**
   * The same with hints of an unknown party. Only that it is read-only is believed, and only if it
   * is not said to be destructive too: at worst a call is repeated or cleared from view.
   */
  public ForeignTool hints(Hints claimed) {
    return effect(
        claimed.readOnly() && !claimed.destructive() ? Effect.READ_ONLY : Effect.UNDECLARED);
  }

  /**
   * The same with hints of a party that the caller trusts: idempotent counts, too, unless the tool
   * is destructive. To delete again what somebody has made anew in the meantime is no repeat.
   */
  public ForeignTool trustedHints(Hints claimed) {
    return claimed.idempotent() && !claimed.destructive() && !claimed.readOnly()
        ? effect(Effect.IDEMPOTENT)
        : hints(claimed);
  }

  /** The same with what the caller knows of it; of a once-only tool see {@link #once}. */
  public ForeignTool effect(Effect known) {
    return declared(known, declaration.identity(), declaration.approval());
  }

  /**
   * The same as a tool that has each effect at most once in a journal.
   *
   * @param keys the arguments that make two calls the same effect; none where it happens once at
   *     all
   */
  public ForeignTool once(String... keys) {
    Duration honoured = declaration.identity().keyHonoured();
    var same = new Identity(null, List.of(keys), Map.of(), Scope.JOURNAL, honoured);
    return declared(Effect.ONCE, same, declaration.approval());
  }

  /**
   * The same, and its other side answers a repeat with the same idempotency key by what it did the
   * first time, for this long: within it a call of unknown outcome is sent again.
   */
  public ForeignTool keyHonoured(Duration forThisLong) {
    Identity now = declaration.identity();
    var same = new Identity(now.item(), now.keys(), now.letters(), now.scope(), forThisLong);
    return declared(declaration.effect(), same, declaration.approval());
  }

  /** The same, and a person has to say yes before a call runs. */
  public ForeignTool needingApproval() {
    return declared(declaration.effect(), declaration.identity(), true);
  }

  private ForeignTool declared(Effect effect, Identity identity, boolean approval) {
    var said = new ToolDeclaration(spec.name(), effect, identity, declaration.role(), approval);
    return new ForeignTool(spec, said, handler);
  }
}
