package dev.recap.compactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Message.Role;
import dev.recap.conversation.Opaque;
import dev.recap.invariants.Invariants;
import dev.recap.journal.Compacted;
import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.LedgerEffect;
import dev.recap.projection.Segment.TurnSegment;
import dev.recap.projection.View;
import dev.recap.words.CallText;
import dev.recap.work.Opening;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the view owes to the record, worked out from what left it and not from how the head is
 * written.
 */
final class WhatMustStand {
  /** Effects without an item that are named; the older ones are counted. */
  private static final int NAMED = 20;

  private final String task;

  /** The work on record of every turn that has left, as it stood when the turn left. */
  private final Set<Opening> touched = new LinkedHashSet<>();

  WhatMustStand(String task) {
    this.task = task;
  }

  /** After one compaction: whatever was proposed, this holds. */
  void holds(View before, Compacted compacted, View after, Ledger ledger) {
    assertThat(Invariants.broken(after.messages(), task)).isEmpty();
    assertThat(after.head(Kind.TASK)).isEqualTo(before.head(Kind.TASK));
    assertThat(compacted.report().tokensAfter()).isEqualTo(after.estimatedTokens());
    thinkingStandsWhereItWasSigned(before.messages(), after.messages());
    Set<Integer> staying = numbers(after);
    before.turns().stream()
        .filter(turn -> !staying.contains(turn.number()))
        .flatMap(TurnSegment::belongsTo)
        .filter(opening -> ledger.record(opening).isPresent())
        .forEach(touched::add);
    if (compacted.left().turns().isEmpty()) {
      assertThat(after.head()).isEqualTo(before.head());
      assertThat(staying).isEqualTo(numbers(before));
    } else {
      everythingDoneIsStated(after, ledger, staying);
    }
  }

  private void everythingDoneIsStated(View view, Ledger ledger, Set<Integer> staying) {
    Set<Opening> owed = new LinkedHashSet<>(touched);
    known(ledger, view).stream()
        .filter(opening -> hasEffectsThatLeft(opening, ledger, staying))
        .forEach(owed::add);
    List<Opening> lines = openings(view, Kind.CLOSED);
    List<Opening> open = openings(view, Kind.OPEN);
    Set<Opening> closed = owed.stream().filter(ledger::isClosed).collect(Collectors.toSet());
    assertThat(lines).doesNotHaveDuplicates();
    assertThat(open).doesNotHaveDuplicates();
    assertThat(closed).containsAll(lines);
    assertThat(view.rollUp().items() + lines.size())
        .as("closed and stated")
        .isEqualTo(closed.size());
    assertThat(open)
        .containsExactlyInAnyOrderElementsOf(
            owed.stream().filter(ledger.open()::contains).toList());
    effectsWithoutItem(view, ledger, staying);
  }

  private static void effectsWithoutItem(View view, Ledger ledger, Set<Integer> staying) {
    List<LedgerEffect> left =
        ledger.withoutItem().stream().filter(effect -> !staying.contains(effect.turn())).toList();
    String stated =
        view.head(Kind.EFFECTS).stream().map(HeadBlock::text).collect(Collectors.joining());
    assertThat(view.head(Kind.EFFECTS)).hasSize(left.isEmpty() ? 0 : 1);
    left.subList(Math.max(0, left.size() - NAMED), left.size())
        .forEach(effect -> assertThat(stated).contains(CallText.of(effect.call(), "")));
  }

  /** All work of which anything in view or in the head speaks, and what is open. */
  private Set<Opening> known(Ledger ledger, View view) {
    Set<Opening> known = new HashSet<>(ledger.open());
    view.turns().stream().flatMap(TurnSegment::belongsTo).forEach(known::add);
    return known;
  }

  private static boolean hasEffectsThatLeft(Opening opening, Ledger ledger, Set<Integer> staying) {
    return ledger.record(opening).stream()
        .flatMap(record -> record.effects().stream())
        .anyMatch(effect -> !staying.contains(effect.turn()));
  }

  private static List<Opening> openings(View view, Kind kind) {
    return view.head(kind).stream().flatMap(block -> block.openings().stream()).toList();
  }

  private static Set<Integer> numbers(View view) {
    return view.turns().stream().map(TurnSegment::number).collect(Collectors.toSet());
  }

  /** A block that is no thinking, and who said it. */
  private record Said(Role role, Block block) {}

  /** It leaves from the front or from the end, and what is left stands behind what it stood. */
  private static void thinkingStandsWhereItWasSigned(List<Message> before, List<Message> after) {
    List<Said> was = new ArrayList<>();
    List<Said> is = new ArrayList<>();
    List<Integer> places = thoughts(before, was);
    List<Integer> left = thoughts(after, is);
    if (!is.isEmpty()
        && is.getFirst().role() == Role.ASSISTANT
        && !is.getFirst().equals(was.getFirst())) {
      // A provider's own summary came to stand for what was before: the last of it follows.
      assertThat(left.size()).isLessThanOrEqualTo(places.size());
      return;
    }
    assertThat(left.isEmpty() || Collections.indexOfSubList(places, left) >= 0).isTrue();
    for (int behind : left) {
      assertThat(is.subList(0, behind)).isEqualTo(was.subList(0, behind));
    }
  }

  /** Behind how many other blocks each thinking stands; the others are told to the list. */
  private static List<Integer> thoughts(List<Message> messages, List<Said> others) {
    List<Integer> places = new ArrayList<>();
    for (Message message : messages) {
      for (Block block : message.content()) {
        if (block instanceof Opaque opaque && opaque.isThinking()) {
          places.add(others.size());
        } else {
          others.add(new Said(message.role(), block));
        }
      }
    }
    return places;
  }
}
