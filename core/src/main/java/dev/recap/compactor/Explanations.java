package dev.recap.compactor;

import dev.recap.journal.Weighed;
import dev.recap.projection.ProjectedJournal;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts decisions on record that are news: the first about a stage, one that differs from the last,
 * and one about a view that is a tenth longer or has become shorter.
 */
final class Explanations {
  private static final double GROWTH = 1.1;

  private final Map<String, Told> last = new HashMap<>();

  private record Told(boolean done, long tokens) {}

  void tell(Weighed weighed, ProjectedJournal journal) {
    long tokens = journal.view().usedTokens();
    Told before = last.get(weighed.stage());
    boolean same =
        before != null
            && before.done == weighed.done()
            && tokens >= before.tokens
            && tokens < before.tokens * GROWTH;
    if (!same) {
      last.put(weighed.stage(), new Told(weighed.done(), tokens));
      journal.append(weighed);
    }
  }
}
