package dev.recap.lab.retail;

/** The sixteen tools of the shop. */
final class ShopTools {
  private ShopTools() {}

  /** As objects with annotated methods, over one clerk. */
  static Object[] of(ShopClerk clerk) {
    return new Object[] {
      new ReadingTools(clerk),
      new PendingOrderTools(clerk),
      new DeliveredOrderTools(clerk),
      new CustomerTools(clerk)
    };
  }
}
