package dev.recap.lab.crashes;

import dev.recap.lab.table.Choice;

/** Where the journal is. */
public enum StoreName implements Choice {
  FILE,
  SQLITE,
  POSTGRESQL;

  @Override
  public String toString() {
    return label();
  }
}
