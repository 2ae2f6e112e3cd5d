package dev.recap.storage;

import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.Settled;
import java.util.HashSet;
import java.util.Set;

/** The changing calls that one writer began and that may still be running. */
final class OpenCallsSeen {
  private final Set<String> open = new HashSet<>();

  void see(Entry entry) {
    if (entry instanceof Intended intended && intended.effect().changes()) {
      open.add(intended.callId());
    } else if (entry instanceof Answered answered && answered.standing() != Standing.UNKNOWN) {
      open.remove(answered.callId());
    } else if (entry instanceof Settled settled) {
      open.remove(settled.subject().callId());
    }
  }

  boolean mayStillRun() {
    return !open.isEmpty();
  }
}
