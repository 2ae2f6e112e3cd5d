package dev.recap.lab.crashes;

/**
 * A call, whichever try of it.
 *
 * @param invoice counted from 1
 */
record Call(Step step, int invoice) implements Comparable<Call> {

  /** What is done to an invoice. */
  enum Step {
    /** The call under test: it pays the invoice, or only looks at it. */
    PAY,
    /** Closes it; may be repeated. */
    CLOSE
  }

  static String item(int invoice) {
    return "INV-" + invoice;
  }

  static Call of(Step step, String item) {
    return new Call(step, Integer.parseInt(item.substring("INV-".length())));
  }

  String item() {
    return item(invoice);
  }

  @Override
  public int compareTo(Call other) {
    int byStep = step.compareTo(other.step);
    return byStep == 0 ? Integer.compare(invoice, other.invoice) : byStep;
  }

  @Override
  public String toString() {
    return (step == Step.PAY ? "pay-" : "close-") + invoice;
  }
}
