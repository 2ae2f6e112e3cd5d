package dev.recap.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Calls that run, and those that were given up, so that a run can ask what became of them. The
 * threads of the calls and those of the runs meet here and nowhere else. The oldest that have ended
 * are forgotten when there are too many: nobody came for them, and they stay unknown.
 */
final class LateAnswers {
  private static final int MOST = 1_000;

  /**
   * A call, whichever agent of this process asks.
   *
   * @param owner which object's tool it is
   */
  private record Key(int owner, String runId, String callId, String idempotencyKey) {
    static Key of(ReadyTool tool, CallContext call) {
      int owner = System.identityHashCode(tool.owner());
      return new Key(owner, call.runId(), call.callId(), call.idempotencyKey());
    }
  }

  /** One for the process: another agent over the same tools must not take a call for ended. */
  static final LateAnswers OF_THIS_PROCESS = new LateAnswers();

  private final Map<Key, Attempt> attempts = new LinkedHashMap<>();

  synchronized void begun(ReadyTool tool, CallContext call, Attempt attempt) {
    if (attempts.size() >= MOST) {
      attempts.entrySet().stream()
          .filter(entry -> entry.getValue().answer().isPresent())
          .map(Map.Entry::getKey)
          .findFirst()
          .ifPresent(attempts::remove);
    }
    attempts.put(Key.of(tool, call), attempt);
  }

  /** Its answer was taken, or it never began. */
  synchronized void over(ReadyTool tool, CallContext call, Attempt attempt) {
    attempts.remove(Key.of(tool, call), attempt);
  }

  /** What the call said in the end; empty while it runs, or when that leaves it unknown. */
  synchronized Optional<ToolAnswer> of(ReadyTool tool, CallContext call) {
    return Optional.ofNullable(attempts.get(Key.of(tool, call))).flatMap(Attempt::lateAnswer);
  }

  /** Whether it may still take effect. */
  synchronized boolean isRunning(ReadyTool tool, CallContext call) {
    Attempt attempt = attempts.get(Key.of(tool, call));
    return attempt != null && attempt.answer().isEmpty();
  }
}
