package dev.recap.tool;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what a closing tool needs to have been done for the work item before it can succeed. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Closes {

  /** Names of tools that must have succeeded in this opening; checked when the toolbox is built. */
  String[] requires() default {};
}
