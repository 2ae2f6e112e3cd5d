package dev.recap.lab.crashes;

import dev.recap.lab.table.Choice;

/** How the calls of a reply run. */
public enum Calls implements Choice {
  /** A reply has one call. */
  SEQUENTIAL,
  /** Two side by side: both have had their effect before the first answer is on record. */
  PARALLEL,
  /** Two side by side: the first is on record before the second has its effect. */
  STAGGERED;

  int atOnce() {
    return this == SEQUENTIAL ? 1 : 2;
  }

  @Override
  public String toString() {
    return label();
  }
}
