package dev.recap.desk.rules;

import org.jspecify.annotations.Nullable;

/**
 * The rules of a desk in one version.
 *
 * @param version from 1; null for rules that stand in no desk's records
 */
public record Guidance(@Nullable Integer version, DeskRules rules) {

  /** Those of the sample desk. */
  public static final Guidance STANDARD = new Guidance(null, DeskRules.standard());
}
