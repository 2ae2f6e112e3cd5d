package dev.recap.lab.retail;

import dev.recap.agent.RunListener;
import dev.recap.journal.Answered;
import dev.recap.journal.Compacted;
import dev.recap.journal.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares the answers of one play with those that were recorded. One thread at a time. */
final class RetailWatch implements RunListener {
  private final RetailTrace trace;
  private final List<HeldBack> heldBack = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();
  private final Map<String, Integer> executed = new TreeMap<>();
  private final Map<String, Integer> compactions = new TreeMap<>();

  RetailWatch(RetailTrace trace) {
    this.trace = trace;
  }

  /**
   * A call that the guard answered instead of running it.
   *
   * @param recorded what the recorded run did with it
   * @param how it was answered: {@code receipt} or {@code rejected}
   */
  record HeldBack(String tool, Fate recorded, String how, String why) {}

  /** What the recorded run did with a call. */
  enum Fate {
    CARRIED_OUT,
    REFUSED,
    /** It made the call once less. */
    ASKED_AGAIN;

    static Fate of(TraceCall call) {
      return call.again() ? ASKED_AGAIN : call.error() ? REFUSED : CARRIED_OUT;
    }
  }

  /** A result that differs from the recorded one. */
  record Difference(String tool, String what) {}

  /**
   * What was seen.
   *
   * @param executed calls that ran, by their tool
   * @param compactions by the stage that proposed them
   */
  record Seen(
      Map<String, Integer> executed,
      List<HeldBack> heldBack,
      List<Difference> differences,
      Map<String, Integer> compactions) {
    int ran() {
      return sum(executed);
    }

    int compacted() {
      return sum(compactions);
    }

    private static int sum(Map<String, Integer> counts) {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  @Override
  public void appended(String runId, Entry entry) {
    if (entry instanceof Compacted compacted) {
      compactions.merge(compacted.stage(), 1, Integer::sum);
    }
    if (entry instanceof Answered answered) {
      trace.call(answered.callId()).ifPresent(recorded -> answered(answered, recorded));
    }
  }

  private void answered(Answered answered, TraceCall recorded) {
    String tool = recorded.call().tool();
    if (answered.standing().executed()) {
      executed.merge(tool, 1, Integer::sum);
      difference(answered, recorded).ifPresent(what -> differences.add(new Difference(tool, what)));
    } else {
      boolean receipt = answered.standing() == Answered.Standing.RECEIPT;
      heldBack.add(
          new HeldBack(
              tool, Fate.of(recorded), receipt ? "receipt" : "rejected", answered.whole()));
    }
  }

  /**
   * The words of a refusal are everybody's own; that it is one is not. What the recorded tool would
   * have said to a call that was not made then is not known.
   */
  private static Optional<String> difference(Answered answered, TraceCall recorded) {
    boolean refused = answered.result().error();
    if (recorded.again() || (refused && recorded.error())) {
      return Optional.empty();
    }
    return refused || recorded.error()
        ? Optional.of(
            "%s, recorded as %s"
                .formatted(
                    refused ? answered.whole() : "carried out",
                    recorded.error() ? recorded.result() : "carried out"))
        : LikeJson.difference(recorded.result(), answered.whole());
  }

  Seen seen() {
    return new Seen(
        Map.copyOf(executed),
        List.copyOf(heldBack),
        List.copyOf(differences),
        Map.copyOf(compactions));
  }
}
