package dev.recap.erasure;

import dev.recap.conversation.Opaque;
import dev.recap.erasure.Belonging.Place;
import dev.recap.erasure.Traces.Seen;
import dev.recap.head.HeadWriter;
import dev.recap.head.RollUpText;
import dev.recap.head.SummaryText;
import dev.recap.journal.Compacted;
import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.journal.Compacted.Left;
import dev.recap.journal.Compacted.RollUp;
import dev.recap.journal.Compacted.Stub;
import dev.recap.journal.SummaryAsked.Written;
import dev.recap.ledger.Ledger;
import dev.recap.work.Fact;
import dev.recap.work.Opening;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a compaction anew: its lines from what the ledger still says, and tombstones for the rest.
 */
record Heads(Names names, Traces traces, Ledger ledger) {

  Compacted written(Compacted compacted, Seen seen) {
    RollUp rollUp = rollUp(compacted.rollUp(), seen.counted());
    List<HeadBlock> head =
        compacted.head().stream()
            .map(block ->
                block.kind() == Kind.ROLL_UP && !rollUp.equals(compacted.rollUp())
                    ? HeadBlock.of(Kind.ROLL_UP, RollUpText.of(rollUp))
                    : block(block, seen))
            .toList();
    return new Compacted(
        compacted.stage(), head, rollUp, left(compacted.left()), compacted.report());
  }

  private HeadBlock block(HeadBlock block, Seen seen) {
    List<Opening> openings = block.openings().stream().map(names::of).toList();
    Opaque signed = block.block();
    if (signed != null && (traces.isIn(block) || names.in(signed.json()))) {
      return summary(openings);
    }
    if (!traces.isIn(block)) {
      return new HeadBlock(block.kind(), names.text(block.text()), openings, signed);
    }
    return switch (block.kind()) {
      case CLOSED, OPEN, EFFECTS ->
          HeadWriter.anew(
              new HeadBlock(block.kind(), block.text(), openings, null), ledger, seen.turns());
      case SUMMARY -> summary(openings);
      case KEYS, TASK, PREFACE, ROLL_UP, USER_KEYS, USER ->
          new HeadBlock(block.kind(), Tombstones.ERASED, openings, null);
    };
  }

  private static HeadBlock summary(List<Opening> covered) {
    return SummaryText.block(new Written(Tombstones.ERASED, null), covered);
  }

  private RollUp rollUp(RollUp rollUp, List<Fact> erased) {
    Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
    rollUp.counts().forEach((name, values) -> counts.put(name, new TreeMap<>(values)));
    for (Fact fact : erased) {
      Map<String, Integer> values = counts.get(fact.name());
      if (fact.kind() == Fact.Kind.CHOICE && values != null) {
        values.computeIfPresent(fact.value(), (value, times) -> times > 1 ? times - 1 : null);
        if (values.isEmpty()) {
          counts.remove(fact.name());
        }
      }
    }
    Map<String, Map<String, Integer>> renamed = new LinkedHashMap<>();
    counts.forEach((name, values) -> {
      Map<String, Integer> under = renamed.computeIfAbsent(names.text(name), n -> new TreeMap<>());
      values.forEach((value, times) -> under.merge(names.text(value), times, Integer::sum));
    });
    return new RollUp(
        rollUp.items(), names.opening(rollUp.first()), names.opening(rollUp.last()), renamed);
  }

  private Left left(Left left) {
    return new Left(
        left.turns(),
        left.stubs().stream().map(this::stub).toList(),
        left.thinking(),
        left.userMessages(),
        left.wordsAlone());
  }

  private Stub stub(Stub stub) {
    boolean goes = traces.isAbout(new Place(stub.turn(), stub.callId()));
    String text = goes ? Tombstones.gone(stub.text()) : names.text(stub.text());
    return new Stub(stub.turn(), stub.callId(), text);
  }
}
