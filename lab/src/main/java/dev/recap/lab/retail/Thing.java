package dev.recap.lab.retail;

import java.util.Locale;

/** Something that the shop has on its books. */
record Thing(Kind kind, String id) {

  /** What there is. */
  enum Kind {
    USER,
    ORDER,
    PRODUCT,
    /** The list of all products, of which there is one. */
    CATALOGUE
  }

  static Thing user(String id) {
    return new Thing(Kind.USER, id);
  }

  static Thing order(String id) {
    return new Thing(Kind.ORDER, id);
  }

  static Thing product(String id) {
    return new Thing(Kind.PRODUCT, id);
  }

  static Thing catalogue() {
    return new Thing(Kind.CATALOGUE, "");
  }

  @Override
  public String toString() {
    return (kind.name().toLowerCase(Locale.ROOT) + " " + id).strip();
  }
}
