package dev.recap.tool;

import dev.recap.work.Outcome;
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

  private record Key(String runId, String callId, String effectKey) {
    static Key of(CallContext call) {
      return new Key(call.runId(), call.callId(), call.effectKey());
    }
  }

  private final Map<Key, Attempt> attempts = new LinkedHashMap<>();

  synchronized void begun(CallContext call, Attempt attempt) {
    if (attempts.size() >= MOST) {
      attempts.entrySet().stream()
          .filter(entry -> entry.getValue().answer().isPresent())
          .map(Map.Entry::getKey)
          .findFirst()
          .ifPresent(attempts::remove);
    }
    attempts.put(Key.of(call), attempt);
  }

  /** Its answer was taken, or it never began. */
  synchronized void over(CallContext call, Attempt attempt) {
    attempts.remove(Key.of(call), attempt);
  }

  /** What the call said in the end; empty while it runs, or when that leaves it unknown. */
  synchronized Optional<ToolAnswer> of(CallContext call) {
    return Optional.ofNullable(attempts.get(Key.of(call)))
        .flatMap(Attempt::answer)
        .filter(answer -> answer.outcome() != Outcome.UNKNOWN);
  }

  /** Whether it may still take effect. */
  synchronized boolean isRunning(CallContext call) {
    Attempt attempt = attempts.get(Key.of(call));
    return attempt != null && attempt.answer().isEmpty();
  }
}
