package dev.recap.tool;

import dev.recap.work.WorkItem.Letters;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parameter, or a closing record's component, that is the key of a work item: a string or
 * a whole number. The tool is given it in its one spelling.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Item {

  /** Whether letters count as they are written; the same for all tools of a toolbox. */
  Letters letters() default Letters.AS_WRITTEN;
}
