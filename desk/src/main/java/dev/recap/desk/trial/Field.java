package dev.recap.desk.trial;

import java.util.Locale;

/** A field in which a person and the agent can agree. */
enum Field {
  CATEGORY,
  PRIORITY,
  TEAM;

  /** The name in JSON and for people. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
