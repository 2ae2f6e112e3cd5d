package dev.recap.tool;

import dev.recap.work.Effect;
import dev.recap.work.IdempotencyKey.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a public method a tool.
 *
 * <p>Parameters become the JSON Schema: whatever Jackson reads from plain JSON, {@code Optional}
 * for what may be left out; what cannot be described exactly is refused when the toolbox is built.
 * The result may be a {@code String}, which the model sees as it is, or any value, which it sees as
 * JSON; {@link Opened} and {@link Closed} also open and close a work item. A future is awaited, a
 * stream becomes a list, and an empty {@code Optional<Opened<...>>} opens nothing.
 *
 * <p>A {@link ToolFailure} is a refusal in words for the model and says that nothing happened.
 * After any other exception a changing call may have taken effect: a once-only one is then of
 * unknown outcome, an idempotent one may be repeated.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Tool {

  /** What the model is told the tool does. */
  String value();

  /** What a call does to the world. */
  Effect effect() default Effect.UNDECLARED;

  /** Empty for the method's name in snake_case. */
  String name() default "";

  /**
   * Of a tool that returns {@link Closed}: tools that must have succeeded in the item's opening
   * before.
   */
  String[] requires() default {};

  /** Whether a person has to say yes before a call runs. */
  boolean approval() default false;

  /** How long a call may take; 0 for the toolbox's own limit. */
  int timeoutSeconds() default 0;

  /**
   * Of a once-only tool with more parameters than its item: that the item alone tells two effects
   * apart, whatever the others say. Otherwise mark those that count with {@link Key}.
   */
  boolean itemAlone() default false;

  /** How far "at most once" reaches. */
  Scope scope() default Scope.STANDARD;

  /** Exceptions that say that nothing happened, as a {@link ToolFailure} does; subclasses too. */
  Class<? extends Throwable>[] nothingHappenedOn() default {};

  /**
   * Whether the tool calls {@link CallContext#begins} right before its effect. What it throws
   * before that did nothing, and a call that was given up before can no longer begin.
   */
  boolean begins() default false;

  /**
   * For how long the other side answers a repeat with the same {@link CallContext#idempotencyKey}
   * by what it did the first time, instead of doing it again; 0 for not at all. Within that time a
   * call of unknown outcome is sent again.
   */
  long keyHonouredSeconds() default 0;
}
