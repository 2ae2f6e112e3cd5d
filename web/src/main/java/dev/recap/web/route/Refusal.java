package dev.recap.web.route;

import org.jspecify.annotations.Nullable;

/**
 * A request that is not served, and why: for a person it becomes a page, for a program a problem.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final @Nullable String field;

  private Refusal(int status, @Nullable String field, String message) {
    super(message, null, false, false);
    this.status = status;
    this.field = field;
  }

  /** For what is wrong with the whole request. */
  public static Refusal of(int status, String message) {
    return new Refusal(status, null, message);
  }

  /** Status 400 for a value that cannot be used: say what it was and what was expected. */
  public static Refusal ofField(String field, String message) {
    return new Refusal(400, field, message);
  }

  /** The same with another status. */
  public static Refusal ofField(int status, String field, String message) {
    return new Refusal(status, field, message);
  }

  /** Status 404. */
  public static Refusal notFound(String message) {
    return new Refusal(404, null, message);
  }

  /** Status 409, for what somebody else was faster with. */
  public static Refusal conflict(String message) {
    return new Refusal(409, null, message);
  }

  public int status() {
    return status;
  }

  /** The field or parameter that is to blame; null for none in particular. */
  public @Nullable String field() {
    return field;
  }

  /** What happened, for who asked. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
