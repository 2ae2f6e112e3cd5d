package dev.recap.compaction;

import dev.recap.compaction.Stage.Proposal;
import dev.recap.compaction.Stage.Situation;
import dev.recap.context.ContextView.Call;
import dev.recap.context.ContextView.Turn;
import dev.recap.conversation.Media;
import dev.recap.conversation.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Old results of read-only tools become stubs of one line; the calls stay. Of other old results and
 * of what the user said, a line takes the place of images and documents, where the model can recall
 * them. All that may go goes at once: every change of an old message makes the provider read what
 * follows it anew.
 *
 * <p>The newest turn always stays, and so does the text of results that hand out an item, and of
 * results of tools of which nothing is declared.
 *
 * @param keepTokens turns stay as they are until this many tokens, estimated, came after them
 * @param keepNewest this many of the newest results of read-only tools stay
 * @param except tools whose results always stay
 */
public record ClearToolResults(int keepTokens, int keepNewest, Set<String> except)
    implements Stage {
  private static final int STANDARD_KEEP_TOKENS = 1_000;

  public ClearToolResults {
    if (keepTokens < 0 || keepNewest < 0) {
      throw new IllegalArgumentException(
          "tokens and results to keep must be 0 or more, but were %d and %d"
              .formatted(keepTokens, keepNewest));
    }
    // Sorted, so that equal stages read the same.
    except = Collections.unmodifiableSet(new TreeSet<>(except));
  }

  /** Keeps the last 1,000 tokens as they are. */
  public ClearToolResults() {
    this(STANDARD_KEEP_TOKENS, 0, Set.of());
  }

  /** The same that keeps this many of the last tokens. */
  public ClearToolResults keepTokens(int tokens) {
    return new ClearToolResults(tokens, keepNewest, except);
  }

  /** The same that keeps this many of the newest results. */
  public ClearToolResults keepNewest(int results) {
    return new ClearToolResults(keepTokens, results, except);
  }

  /** The same that leaves the results of these tools alone, too. */
  public ClearToolResults except(String... tools) {
    Set<String> more = new TreeSet<>(except);
    more.addAll(List.of(tools));
    return new ClearToolResults(keepTokens, keepNewest, more);
  }

  @Override
  public String name() {
    return "clear-tool-results";
  }

  /** Every stub makes the provider read what follows it anew. */
  @Override
  public boolean mustPayBack() {
    return true;
  }

  @Override
  public Proposal propose(Situation situation) {
    List<? extends Turn> turns = situation.view().turns();
    List<Call> clearing = new ArrayList<>();
    List<Call> media = new ArrayList<>();
    int newestOld = 0;
    long tokensAfter = 0;
    int newest = 0;
    for (int i = turns.size() - 1; i >= 0; i--) {
      Turn turn = turns.get(i);
      boolean old = i < turns.size() - 1 && tokensAfter >= keepTokens;
      newestOld = old ? Math.max(newestOld, turn.number()) : newestOld;
      for (Call call : turn.calls().reversed()) {
        boolean leaves = old && !except.contains(call.call().tool());
        if (call.isDispensable()) {
          if (newest++ >= keepNewest && leaves) {
            clearing.add(call);
          }
        } else if (leaves && call.result().stream().anyMatch(r -> !r.media().isEmpty())) {
          media.add(call);
        }
      }
      tokensAfter += turn.tokens();
    }
    boolean shown = newestOld > 0 && showsMedia(situation.view().messages());
    return clearing.isEmpty() && media.isEmpty() && !shown
        ? Proposal.nothing("there is no old result of a read-only tool")
        : new Proposal.Stub(clearing.reversed(), media.reversed(), shown ? newestOld : 0);
  }

  private static boolean showsMedia(List<Message> messages) {
    return messages.stream()
        .flatMap(message -> message.content().stream())
        .anyMatch(Media.class::isInstance);
  }
}
