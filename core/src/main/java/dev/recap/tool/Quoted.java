package dev.recap.tool;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a text component of a closing record into the ledger line: in quotes, on one line, cut at 60
 * characters, and labelled as the customer's words. Text without this mark never gets there.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Quoted {}
