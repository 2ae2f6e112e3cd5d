package dev.recap.ledger;

import dev.recap.journal.ItemChange.ClosingRule;
import dev.recap.work.Effect;
import dev.recap.work.Fact;
import dev.recap.work.Opening;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What is on record about one stretch of work on one item.
 *
 * @param handedOut what the opening tool said last, as the model was shown it; empty once closed
 * @param closings what closing it requires; nothing once it is closed
 * @param effects calls that were confirmed in it, reads included, in the order of their answers
 * @param closing null while it is open
 */
public record OpeningRecord(
    Opening opening,
    String handedOut,
    List<ClosingRule> closings,
    PVector<LedgerEffect> effects,
    @Nullable Closing closing) {

  /**
   * How it was closed.
   *
   * @param receipt what the closing tool said, verbatim
   */
  public record Closing(List<Fact> facts, String receipt) {
    public Closing {
      facts = List.copyOf(facts);
    }
  }

  public OpeningRecord {
    handedOut = closing == null ? handedOut : "";
    closings = closing == null ? List.copyOf(closings) : List.of();
  }

  public boolean isOpen() {
    return closing == null;
  }

  public Optional<Closing> closed() {
    return Optional.ofNullable(closing);
  }

  /**
   * The changing effects that stand: of an idempotent tool the last one for each part of the item
   * that it sets, of others each.
   */
  public List<LedgerEffect> standing() {
    Map<String, LedgerEffect> standing = new LinkedHashMap<>();
    for (LedgerEffect effect : effects) {
      if (effect.intended().effect().changes()) {
        boolean lastCounts = effect.intended().effect() == Effect.IDEMPOTENT;
        String id = "%d %s".formatted(effect.turn(), effect.call().id());
        String part = effect.call().tool() + effect.intended().knownPart().orElse("");
        standing.put(lastCounts ? part : id, effect);
      }
    }
    return List.copyOf(standing.values());
  }

  /** The tools that only looked something up, each once. */
  public List<String> lookedUp() {
    return effects.stream()
        .filter(effect -> !effect.intended().effect().changes())
        .map(effect -> effect.call().tool())
        .distinct()
        .toList();
  }

  /** Whether a tool that closing requires sets the item part by part, so that once is not all. */
  public boolean inParts(ClosingRule rule) {
    return effects.stream()
        .anyMatch(effect ->
            rule.requires().contains(effect.call().tool())
                && effect.intended().knownPart().isPresent());
  }

  /** What a closing tool still requires: the tools that have not succeeded at all. */
  public List<String> missing(ClosingRule rule) {
    List<String> missing = new ArrayList<>(rule.requires());
    effects.forEach(effect -> missing.remove(effect.call().tool()));
    return missing;
  }

  OpeningRecord handedOutAgain(String text) {
    return new OpeningRecord(opening, text, closings, effects, closing);
  }

  OpeningRecord plus(LedgerEffect effect) {
    return new OpeningRecord(opening, handedOut, closings, effects.plus(effect), closing);
  }

  OpeningRecord closed(Closing how) {
    List<LedgerEffect> before = effects.stream().map(LedgerEffect::ofClosedWork).toList();
    return new OpeningRecord(opening, handedOut, closings, TreePVector.from(before), how);
  }
}
