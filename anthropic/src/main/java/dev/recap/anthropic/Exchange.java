package dev.recap.anthropic;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request as it went over the wire, and what came back. Each try is an exchange of its own, so
 * a reply that took two retries is three exchanges.
 *
 * @param requestJson the body that was sent, byte for byte
 * @param replyJson the body that came back, which on an error need not be JSON; for a stream, the
 *     whole message put together in the shape of a reply that was not streamed; null when the
 *     connection failed or the stream ended before the reply was whole
 * @param status the HTTP status; 0 when none came back
 * @param retry 0 for the first try of a request
 * @param took from sending to the last byte that was read
 */
public record Exchange(
    String requestJson, @Nullable String replyJson, int status, int retry, Duration took) {
  public Exchange {
    Objects.requireNonNull(requestJson, "requestJson");
    Objects.requireNonNull(took, "took");
    if (status < 0 || retry < 0) {
      throw new IllegalArgumentException(
          "status and retry cannot be negative, but were %d and %d".formatted(status, retry));
    }
  }

  /** Whether a whole reply came back. */
  public boolean delivered() {
    return status >= 200 && status < 300 && replyJson != null;
  }
}
