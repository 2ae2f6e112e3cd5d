package dev.recap.desk.shift;

/** An order for a shift that cannot be carried out as it is; nothing was put on record. */
public final class UnfitOrderException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final Part part;

  /** What of an order is to blame. */
  public enum Part {
    /** There is no such model. */
    MODEL,
    /** The model costs money, and nothing says how much it may be. */
    DOLLARS,
    /** Nothing of what is meant waits for the agent; it may later. */
    TICKETS
  }

  UnfitOrderException(Part part, String message) {
    super(message);
    this.part = part;
  }

  public Part part() {
    return part;
  }
}
