package dev.recap.compaction;

import dev.recap.compaction.Proposal.Nothing;
import dev.recap.compaction.Proposal.Rewrite;
import dev.recap.context.HeadWriter.Head;
import dev.recap.context.Segment.Slot;
import dev.recap.context.Segment.TurnSegment;
import dev.recap.context.StubText;
import dev.recap.context.TokenEstimate;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.Cleared;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Old results of read-only tools become stubs of one line; the calls stay. All that may go goes at
 * once: every change of an old message makes the provider read what follows it anew.
 *
 * <p>The newest turn always stays, and so do results that hand out an item, results of tools of
 * which nothing is declared, and whatever stands before signed thinking, which does not survive a
 * changed prefix.
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

  @Override
  public boolean needsPressure() {
    return true;
  }

  /** Every stub makes the provider read what follows it anew. */
  @Override
  public boolean mustPayBack() {
    return true;
  }

  @Override
  public Proposal propose(Situation situation) {
    List<Cleared> cleared = new ArrayList<>();
    List<TurnSegment> turns = situation.view().turns();
    long tokensAfter = 0;
    int newest = 0;
    for (int i = turns.size() - 1; i >= 0; i--) {
      TurnSegment turn = turns.get(i);
      boolean old = i < turns.size() - 1 && tokensAfter >= keepTokens;
      for (Slot slot : turn.slots().reversed()) {
        if (slot.mayBeCleared() && newest++ >= keepNewest && old && !kept(slot)) {
          addIfShorter(turn, slot, situation.recall(), cleared);
        }
      }
      if (turn.hasThinking()) {
        break;
      }
      tokensAfter += turn.tokens();
    }
    return cleared.isEmpty()
        ? new Nothing("no old result of a read-only tool is longer than its stub")
        : new Rewrite(
            new Head(situation.view().head(), situation.view().rollUp()),
            Set.of(),
            cleared.reversed());
  }

  private boolean kept(Slot slot) {
    return except.contains(slot.call().tool());
  }

  private static void addIfShorter(
      TurnSegment turn, Slot slot, boolean recall, List<Cleared> cleared) {
    ToolResult result = Objects.requireNonNull(slot.result());
    long tokens = TokenEstimate.of(result.content());
    // What recall itself said is no original that it would return.
    boolean returns = recall && !slot.call().tool().equals(Situation.RECALL);
    String stub = StubText.of(slot.call(), result.content(), returns);
    if (TokenEstimate.of(stub) < tokens) {
      cleared.add(new Cleared(turn.turn(), slot.call().id(), stub));
    }
  }
}
