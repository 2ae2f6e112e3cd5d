package dev.recap.tool;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parameters that make two calls of a once-only tool the same effect; without any mark
 * all of them count. Of an idempotent tool they name the part of its item that a call sets, such as
 * one row of a list: of two calls for one part the last counts; without any mark the item is set as
 * a whole.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Key {}
