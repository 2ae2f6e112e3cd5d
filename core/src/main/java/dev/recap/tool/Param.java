package dev.recap.tool;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a parameter, or a record's component, to the model. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Param {

  String value();

  /**
   * The values that a text may have, known when the toolbox is made and not when it is compiled:
   * the teams of a help desk, the accounts of a shop. Taken by a {@code String} or an {@code
   * Optional<String>}.
   *
   * <p>On a component of a closing record it says that its text is one of such values, so that the
   * ledger line may state it, as it states an enum.
   */
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
  @interface OneOf {

    /**
     * Of a parameter, a public method of the tool's object that takes nothing and gives the values
     * as a collection of distinct texts. It is asked once for each toolbox.
     */
    String value() default "";
  }
}
