package dev.recap.tool;

import dev.recap.work.Effect;
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
 * stream becomes a list, and an empty {@code Optional<Opened<...>>} opens nothing. A {@link
 * ToolFailure} is a refusal in words for the model.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Tool {

  /** What the model is told the tool does. */
  String value();

  /** What a call does to the world. */
  Effect effect();

  /** Empty for the method's name in snake_case. */
  String name() default "";

  /** Whether a person has to say yes before a call runs. */
  boolean approval() default false;

  /** How long a call may take; 0 for the toolbox's own limit. */
  int timeoutSeconds() default 0;
}
