package dev.recap.desk.ticket;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who takes a ticket over. */
public enum Team implements Labelled {
  BILLING_TEAM("billing-team"),
  TECH_SUPPORT("tech-support"),
  ACCOUNT_SERVICES("account-services"),
  PRODUCT_SUCCESS("product-success"),
  LOGISTICS_TEAM("logistics-team");

  private final String label;

  Team(String label) {
    this.label = label;
  }

  /** The name in JSON and in the database. */
  @Override
  @JsonValue
  public String label() {
    return label;
  }

  /**
   * The value with a label.
   *
   * @throws IllegalArgumentException for any other text, naming the labels there are
   */
  public static Team of(String label) {
    return Labelled.of(Team.class, label);
  }
}
