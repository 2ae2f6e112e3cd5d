package dev.recap.simulator.reader;

/** What is known of a ticket beside its steps. */
public enum Field {
  CATEGORY,
  PRIORITY,
  TEAM,
  SUBJECT,
  DESCRIPTION,
  CUSTOMER
}
