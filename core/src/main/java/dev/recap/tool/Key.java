package dev.recap.tool;

import dev.recap.work.WorkItem.Letters;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parameters that, with the item, make two calls of a once-only tool the same effect. Of
 * an idempotent tool they name the part of its item that a call sets, such as one row of a list: of
 * two calls for one part the last counts; without any mark the item is set as a whole.
 *
 * <p>The tool is given their texts and numbers in their one spelling.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Key {

  /** Whether letters count as they are written. */
  Letters letters() default Letters.AS_WRITTEN;
}
