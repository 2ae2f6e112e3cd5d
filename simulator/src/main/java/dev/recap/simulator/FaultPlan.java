package dev.recap.simulator;

import dev.recap.simulator.wire.ApiError;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Decides for each request in turn whether it meets a fault. Safe for use by several threads. */
final class FaultPlan {
  /** What happens to a request. */
  sealed interface Fate {
    /** It is answered. */
    record Answered() implements Fate {}

    /** The connection closes without an answer. */
    record Dropped() implements Fate {}

    /** It gets an error; {@code retryAfterSeconds} is 0 where none is named. */
    record Failed(ApiError error, int retryAfterSeconds) implements Fate {}
  }

  private final Faults faults;
  private final RandomGenerator random;

  FaultPlan(Faults faults) {
    this.faults = faults;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(faults.seed());
  }

  synchronized Fate next() {
    Faults.Rates rates = faults.rates();
    double drawn = random.nextDouble();
    double limit = rates.share429();
    if (drawn < limit) {
      return new Fate.Failed(
          ApiError.of(429, "rate_limit_error", "Number of requests has exceeded your rate limit."),
          faults.retryAfterSeconds());
    }
    limit += rates.share500();
    if (drawn < limit) {
      return new Fate.Failed(ApiError.of(500, "api_error", "Internal server error"), 0);
    }
    limit += rates.share529();
    if (drawn < limit) {
      return new Fate.Failed(ApiError.of(529, "overloaded_error", "Overloaded"), 0);
    }
    return drawn < limit + rates.shareDropped() ? new Fate.Dropped() : new Fate.Answered();
  }
}
