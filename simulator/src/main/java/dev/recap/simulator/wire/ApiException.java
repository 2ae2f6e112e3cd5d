package dev.recap.simulator.wire;

/** A request that ends in an {@link ApiError}. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ApiError error;

  public ApiException(ApiError error) {
    super(error.message());
    this.error = error;
  }

  /** A request that breaks a rule, answered with 400; the message is a format if it has values. */
  @SuppressWarnings("AnnotateFormatMethod") // The annotation would be a dependency of its own.
  public static ApiException invalid(String message, Object... values) {
    return new ApiException(
        ApiError.invalid(values.length == 0 ? message : message.formatted(values)));
  }

  public ApiError error() {
    return error;
  }
}
