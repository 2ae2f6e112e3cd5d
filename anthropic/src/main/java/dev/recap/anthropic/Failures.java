package dev.recap.anthropic;

import com.anthropic.core.JsonValue;
import com.anthropic.errors.AnthropicInvalidDataException;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.model.ModelException;
import dev.recap.model.ModelException.Category;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names what went wrong, once the SDK has given up.
 *
 * @param endpoint where the requests go
 */
record Failures(String endpoint) {
  private static final Pattern NO_CREDIT =
      Pattern.compile("credit balance is too low", Pattern.CASE_INSENSITIVE);

  private static final String BLOCK = "\\b(?:redacted_)?thinking\\b.{0,60}\\bblocks?\\b";

  /** That a block's signature, or what it is bound to, does not fit; wherever it stands. */
  private static final Pattern STALE_THINKING =
      Pattern.compile(
          "\\bsignature\\b.{0,40}" + BLOCK + "|" + BLOCK + ".{0,40}\\b(?:signature|bound)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** That one was expected where another block stands, or that the newest ones were touched. */
  private static final Pattern MISSING_THINKING =
      Pattern.compile(
          "\\bexpected\\b.{0,20}\\bthinking\\b.{0,60}\\bfound\\b|"
              + BLOCK
              + ".{0,60}\\bcannot be modified\\b|\\bmust start with a thinking block\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Enough for what a provider explains, and not for the page of a gateway. */
  private static final int MOST_WORDS = 1_000;

  /** The provider answered, but with an error. */
  ModelException answered(AnthropicServiceException failure) {
    JsonNode body = tree(failure.body());
    String type = body.path("error").path("type").asText("");
    String words = words(body);
    @Nullable String requestId =
        failure.requestId().orElseGet(() -> body.path("request_id").asText(null));
    String retryAfter =
        failure.headers().values("retry-after").stream()
            .findFirst()
            .map(seconds -> ", retry after " + seconds + (isNumber(seconds) ? " s" : ""))
            .orElse("");
    String message =
        "%s answered %s: %s%s%s"
            .formatted(
                endpoint,
                (failure.statusCode() + " " + type).strip(),
                words.isBlank() ? "no words of explanation" : JsonText.excerpt(words, MOST_WORDS),
                retryAfter,
                requestId == null ? "" : " (request " + requestId + ")");
    return new ModelException(category(failure.statusCode(), body), message, requestId, failure);
  }

  /** What an answer that is an error says of itself. */
  static Category category(int status, JsonNode body) {
    String type = body.path("error").path("type").asText("");
    String words = words(body);
    // Gateways name it by a code, whatever their words.
    String said = String.join(" ", type, body.path("error").path("code").asText(""), words);
    return ModelException.tellsOverflow(status, said)
        ? Category.WINDOW_OVERFLOW
        : category(status, type, words);
  }

  private static JsonNode tree(JsonValue body) {
    return body.isMissing()
        ? JsonText.MAPPER.createObjectNode()
        : JsonText.MAPPER.valueToTree(body);
  }

  private static String words(JsonNode body) {
    JsonNode message = body.path("error").path("message");
    if (message.isTextual()) {
      return message.textValue();
    }
    if (body.isTextual()) {
      return body.textValue();
    }
    return body.isEmpty() ? "" : body.toString();
  }

  private static boolean isNumber(String text) {
    return text.matches("[0-9.]+");
  }

  /** The error's own type says more than the status, which is 200 for one within a stream. */
  private static Category category(int status, String type, String words) {
    return switch (type) {
      case "invalid_request_error" -> rejected(words);
      case "authentication_error", "permission_error" -> Category.AUTHENTICATION;
      case "billing_error" -> Category.BILLING;
      case "not_found_error" -> Category.NOT_FOUND;
      case "rate_limit_error" -> Category.RATE_LIMIT;
      case "timeout_error" -> Category.TIMEOUT;
      case "api_error", "overloaded_error", "conflict_error" -> Category.PROVIDER;
      default -> category(status, words);
    };
  }

  private static Category category(int status, String words) {
    return switch (status) {
      case 401, 403 -> Category.AUTHENTICATION;
      case 402 -> Category.BILLING;
      case 404 -> Category.NOT_FOUND;
      case 408, 504 -> Category.TIMEOUT;
      // Too large for a rate: some count the tokens of a minute against each request.
      case 413, 429 -> Category.RATE_LIMIT;
      case 409 -> Category.PROVIDER;
      default -> status >= 400 && status < 500 ? rejected(words) : Category.PROVIDER;
    };
  }

  private static Category rejected(String words) {
    if (NO_CREDIT.matcher(words).find()) {
      return Category.BILLING;
    }
    if (STALE_THINKING.matcher(words).find()) {
      return Category.STALE_THINKING;
    }
    return MISSING_THINKING.matcher(words).find()
        ? Category.MISSING_THINKING
        : Category.INVALID_REQUEST;
  }

  /**
   * No whole answer came.
   *
   * @param timeout the time one try may take
   */
  ModelException unanswered(AnthropicIoException failure, Duration timeout) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedIOException) {
        return new ModelException(
            Category.TIMEOUT,
            "%s did not answer within %s".formatted(endpoint, seconds(timeout)),
            null,
            failure);
      }
    }
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new ModelException(
        Category.CONNECTION,
        "the connection to %s failed: %s (%s)"
            .formatted(endpoint, root.getMessage(), root.getClass().getSimpleName()),
        null,
        failure);
  }

  private static String seconds(Duration timeout) {
    return timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
  }

  /** The answer was not what the SDK could read. */
  ModelException unreadable(AnthropicInvalidDataException failure) {
    return new ModelException(
        Category.INVALID_REPLY,
        "%s sent what cannot be read: %s".formatted(endpoint, failure.getMessage()),
        null,
        failure);
  }

  /** The asker was interrupted; the caller sets its thread's flag again. */
  ModelException interrupted(InterruptedException failure) {
    return new ModelException(
        Category.INTERRUPTED,
        "interrupted while waiting for %s; the question was dropped".formatted(endpoint),
        null,
        failure);
  }
}
