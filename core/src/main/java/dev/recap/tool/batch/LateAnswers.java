package dev.recap.tool.batch;

import dev.recap.tool.CallContext;
import dev.recap.tool.binding.ReadyTool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls of this process that run, and those that were given up, so that a run can ask what became
 * of them: another agent over the same tools must not take a call for ended. The threads of the
 * calls and those of the runs meet here and nowhere else. The oldest that have ended are forgotten
 * when there are too many: nobody came for them, and they stay unknown.
 */
public final class LateAnswers {
  private static final int MOST = 1_000;

  private static final Map<List<Object>, Attempt> ATTEMPTS = new LinkedHashMap<>();

  private LateAnswers() {}

  /** A call of one object's tool, whichever agent asks. */
  private static List<Object> key(ReadyTool tool, CallContext call) {
    int owner = System.identityHashCode(tool.owner());
    return List.of(owner, call.runId(), call.callId(), call.idempotencyKey());
  }

  static synchronized void begun(Attempt attempt) {
    if (ATTEMPTS.size() >= MOST) {
      ATTEMPTS.values().stream()
          .filter(one -> one.answer().isPresent())
          .findFirst()
          .ifPresent(ATTEMPTS.values()::remove);
    }
    ATTEMPTS.put(key(attempt.tool, attempt.call), attempt);
  }

  /** Its answer was taken, or it never began. */
  static synchronized void over(Attempt attempt) {
    ATTEMPTS.remove(key(attempt.tool, attempt.call), attempt);
  }

  /** The call of which somebody asks; empty when it never began, or its answer was taken. */
  public static synchronized Optional<Attempt> find(ReadyTool tool, CallContext call) {
    return Optional.ofNullable(ATTEMPTS.get(key(tool, call)));
  }
}
