package dev.recap.invariants;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.model.ModelProfile.Thinking;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where thinking is bound: what survives a rewrite stands behind the very same blocks as before. It
 * leaves from the front or from the end of all thinking, that of one message whole. What is said
 * behind all that stood before is no rewrite. Behind a provider's own summary the last of it stays.
 * Source: the vendor's page on preserved thinking, prefix checks.
 */
final class ThinkingKeepsItsPrefix implements Invariant {
  @Override
  public List<String> broken(Proposed proposed) {
    if (proposed.thinking() != Thinking.BOUND) {
      return List.of();
    }
    Reading after = Reading.of(proposed.messages());
    if (after.thoughts.isEmpty() || proposed.before().isEmpty()) {
      return List.of();
    }
    Reading before = Reading.of(proposed.before());
    if (proposed.hasNewSummary()) {
      return before.endsWith(after)
          ? List.of()
          : List.of("thinking behind the provider's summary is not the last there was");
    }
    int shared = before.sharedWith(after);
    List<String> broken = new ArrayList<>();
    int last = -1;
    for (Thought thought : after.thoughts) {
      boolean isNew =
          shared == before.rest.size()
              && thought.behind() >= shared
              && before.thoughts.stream().noneMatch(t -> t.behind() == thought.behind());
      int was = before.thoughts.indexOf(thought);
      boolean follows = last < 0 || was == last + 1;
      last = was < 0 ? last : was;
      if (!isNew && (thought.behind() > shared || was < 0 || !follows)) {
        broken.add(
            "thinking behind %d other blocks has lost what it was signed for, or a part of itself"
                .formatted(thought.behind()));
      }
    }
    return broken;
  }

  /**
   * All thinking of one message.
   *
   * @param behind how many blocks that are no thinking stand before the last of it
   */
  private record Thought(int behind, List<Block> thinking) {}

  /** Messages as one row of blocks: where one message ends, the API does not care. */
  private record Reading(List<Block> rest, List<Thought> thoughts) {
    static Reading of(List<Message> messages) {
      var reading = new Reading(new ArrayList<>(), new ArrayList<>());
      for (Message message : messages) {
        List<Block> thinking = new ArrayList<>();
        int behind = 0;
        for (Block block : message.content()) {
          if (Sendable.isThinking(block)) {
            thinking.add(block);
            behind = reading.rest.size();
          } else {
            reading.rest.add(block);
          }
        }
        if (!thinking.isEmpty()) {
          reading.thoughts.add(new Thought(behind, thinking));
        }
      }
      return reading;
    }

    /** Whether its last thoughts are the other's, that being all of the other's. */
    boolean endsWith(Reading other) {
      List<List<Block>> mine = thoughts.stream().map(Thought::thinking).toList();
      List<List<Block>> its = other.thoughts.stream().map(Thought::thinking).toList();
      int first = mine.size() - its.size();
      return first >= 0 && mine.subList(first, mine.size()).equals(its);
    }

    /** How many blocks both begin with. */
    int sharedWith(Reading other) {
      int most = Math.min(rest.size(), other.rest.size());
      return (int)
          IntStream.range(0, most).takeWhile(i -> rest.get(i).equals(other.rest.get(i))).count();
    }
  }
}
