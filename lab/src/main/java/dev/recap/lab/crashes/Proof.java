package dev.recap.lab.crashes;

import dev.recap.lab.table.Choice;

/** What tells whether a payment took effect after nobody could. */
public enum Proof implements Choice {
  /** A look-up in the book in which it is written at once: what is not there will not come. */
  LOOK_UP,
  /** A look-up that may be too early: what is not there may still come. */
  EARLY_LOOK_UP,
  /** A unique key, written together with the effect, and a look-up of it. */
  RECEIPT,
  /** The other side answers a repeat of the key by what it did the first time. */
  KEY,
  /** Nothing. */
  NONE;

  @Override
  public String toString() {
    return label();
  }
}
