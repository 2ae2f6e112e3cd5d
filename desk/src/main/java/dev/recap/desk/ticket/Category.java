package dev.recap.desk.ticket;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a ticket is about. */
public enum Category implements Labelled {
  BILLING("billing"),
  TECHNICAL("technical"),
  ACCOUNT("account"),
  PRODUCT("product"),
  SHIPPING("shipping");

  private final String label;

  Category(String label) {
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
  public static Category of(String label) {
    return Labelled.of(Category.class, label);
  }
}
