package dev.recap.web.guard;

import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementException;
import org.jspecify.annotations.Nullable;

/** A failure as it may stand in a log: without the values that a statement was given. */
final class LoggedFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private LoggedFailure(String message, @Nullable Throwable cause) {
    super(message, cause, false, true);
  }

  /** What may be logged of a failure, and of what caused it. */
  static Throwable of(Throwable failure) {
    if (!(failure instanceof JdbiException)) {
      return failure;
    }
    Throwable cause = failure.getCause();
    String message =
        failure instanceof StatementException statement
            ? statement.getShortMessage()
            : failure.getClass().getName();
    var logged = new LoggedFailure(message, cause == null ? null : of(cause));
    logged.setStackTrace(failure.getStackTrace());
    return logged;
  }
}
