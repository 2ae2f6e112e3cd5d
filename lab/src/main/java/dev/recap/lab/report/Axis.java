package dev.recap.lab.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Round numbers along an edge of a chart.
 *
 * @param step between two of them: 1, 2 or 5 times a power of ten
 * @param top the last one, at or above the largest value
 */
record Axis(long step, long top) {

  /** An axis from 0 that holds this value, with about so many steps and never more. */
  static Axis of(long most, int steps) {
    long step = 1;
    long[] next = {2, 5, 10};
    long power = 1;
    for (int i = 0; step * steps < most; i++) {
      step = next[i % 3] * power;
      power *= i % 3 == 2 ? 10 : 1;
    }
    return new Axis(step, Math.max(step, (most + step - 1) / step * step));
  }

  List<Long> numbers() {
    return LongStream.iterate(0, at -> at <= top, at -> at + step).boxed().toList();
  }

  /** As short as the number allows: 5,000 or 150k or 2M. */
  static String shown(long number) {
    if (number >= 1_000_000 && number % 100_000 == 0) {
      return BigDecimal.valueOf(number, 6).stripTrailingZeros().toPlainString() + "M";
    }
    return number >= 100_000 && number % 1_000 == 0
        ? "%dk".formatted(number / 1_000)
        : "%,d".formatted(number);
  }
}
