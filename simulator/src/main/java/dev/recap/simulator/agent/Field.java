package dev.recap.simulator.agent;

import java.util.Locale;

/** What is known of a ticket beside its steps. */
enum Field {
  CATEGORY,
  PRIORITY,
  TEAM,
  SUBJECT,
  DESCRIPTION,
  CUSTOMER;

  /** The name by which the reader knows it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
