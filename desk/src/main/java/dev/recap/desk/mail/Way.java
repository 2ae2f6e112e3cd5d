package dev.recap.desk.mail;

/** How a reply leaves the desk. */
public enum Way {
  /** Sent to the customer by SMTP. */
  MAIL,
  /** Laid into the Drafts folder, where a person sends it. */
  DRAFTS,
  /** An internal note in another desk, which no customer sees. */
  NOTE,
  /** A reply in another desk, which sends it to the customer. */
  REPLY;

  /** The name in settings and in the database. */
  public String label() {
    return Labels.of(this);
  }

  /**
   * The value with a label.
   *
   * @throws IllegalArgumentException for any other text, naming the labels there are
   */
  public static Way of(String label) {
    return Labels.find(Way.class, "way", label);
  }
}
