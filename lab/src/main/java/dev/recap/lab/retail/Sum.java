package dev.recap.lab.retail;

/**
 * Reads an expression of numbers, the four signs and brackets, from left to right. One thread; for
 * one expression.
 */
final class Sum {
  /** Brackets in brackets: nobody writes more by hand. */
  private static final int DEEPEST = 100;

  private final String text;
  private int at;
  private int depth;

  private Sum(String text) {
    this.text = text;
  }

  /**
   * What it comes to.
   *
   * @throws dev.recap.tool.ToolFailure when it is none, or comes to no number
   */
  static double of(String expression) {
    var sum = new Sum(expression.replaceAll("\\s+", ""));
    double value = sum.terms();
    if (sum.at < sum.text.length() || !Double.isFinite(value)) {
      throw unfit();
    }
    return value;
  }

  private double terms() {
    double value = factors();
    while (true) {
      if (takes('+')) {
        value += factors();
      } else if (takes('-')) {
        value -= factors();
      } else {
        return value;
      }
    }
  }

  private double factors() {
    double value = signed();
    while (true) {
      if (takes('*')) {
        value *= signed();
      } else if (takes('/')) {
        value /= signed();
      } else {
        return value;
      }
    }
  }

  private double signed() {
    double sign = 1;
    while (at < text.length() && "+-".indexOf(text.charAt(at)) >= 0) {
      sign *= text.charAt(at++) == '-' ? -1 : 1;
    }
    return sign * value();
  }

  private double value() {
    if (takes('(')) {
      if (++depth > DEEPEST) {
        throw unfit();
      }
      double inside = terms();
      if (!takes(')')) {
        throw unfit();
      }
      depth--;
      return inside;
    }
    int begun = at;
    while (at < text.length() && "0123456789.".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      return Double.parseDouble(text.substring(begun, at));
    } catch (NumberFormatException notOne) {
      throw unfit();
    }
  }

  private boolean takes(char sign) {
    boolean there = at < text.length() && text.charAt(at) == sign;
    at += there ? 1 : 0;
    return there;
  }

  private static RuntimeException unfit() {
    return ShopClerk.refusal("the expression has no value");
  }
}
