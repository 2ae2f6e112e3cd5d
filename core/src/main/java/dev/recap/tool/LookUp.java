package dev.recap.tool;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a public method the look-up of a changing tool: it finds out whether a call took effect
 * after nobody could tell, because the call timed out or the process died. The model never sees it.
 *
 * <p>Its one parameter is the {@link CallContext} of the call in question. It returns an {@code
 * Optional} of what the tool returns, or of a {@code String} when the tool returns nothing. A value
 * means that the call took effect, and is its result; empty means that it is not to be found, which
 * leaves it unknown unless {@link #notFoundIsFinal}. A look-up that cannot tell throws.
 *
 * <p>It runs under the time limit of its tool, never while the call itself still runs in this
 * process, and must change nothing.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LookUp {

  /** The name of the tool. */
  String value();

  /**
   * Whether a call that is not found cannot take effect any more, so that it may be made again.
   * That is so where the call and the look-up share a database; not where a request may still be on
   * its way to another machine.
   */
  boolean notFoundIsFinal() default false;
}
