package dev.recap.journal;

import dev.recap.conversation.Opaque;
import dev.recap.work.Fact;
import dev.recap.work.Opening;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The view was rewritten: this head stands for what left it.
 *
 * @param stage the name of the stage that proposed it
 * @param head the whole new head, as the model will see it
 * @param rollUp what the head's counts were made of
 * @param left what is no longer in the view, or not as it was
 * @param report what it was worth
 */
public record Compacted(String stage, List<HeadBlock> head, RollUp rollUp, Left left, Report report)
    implements Entry {
  public Compacted {
    head = List.copyOf(head);
  }

  /**
   * What left the tail.
   *
   * @param turns numbers of the turns that left whole
   * @param stubs results that a line now stands for, in turns that stay
   * @param thinking numbers of turns that stay without their thinking
   * @param userMessages how many of the oldest user messages moved into the head
   * @param wordsAlone how many of the oldest user messages have a line for the images and documents
   *     that they came with; null for none
   */
  public record Left(
      Set<Integer> turns,
      List<Stub> stubs,
      Set<Integer> thinking,
      int userMessages,
      @Nullable Integer wordsAlone) {
    /** Nothing that user messages came with. */
    public Left(Set<Integer> turns, List<Stub> stubs, Set<Integer> thinking, int userMessages) {
      this(turns, stubs, thinking, userMessages, null);
    }

    public Left {
      // Sorted, so that the same compaction is always the same line of a journal.
      turns = Collections.unmodifiableSet(new TreeSet<>(turns));
      stubs = List.copyOf(stubs);
      thinking = Collections.unmodifiableSet(new TreeSet<>(thinking));
      wordsAlone = wordsAlone == null || wordsAlone == 0 ? null : wordsAlone;
    }

    /** How many of the oldest user messages have a line for what they came with. */
    public int withoutMedia() {
      return wordsAlone == null ? 0 : wordsAlone;
    }
  }

  /**
   * One result that a line now stands for; the call stays.
   *
   * @param turn the turn that asked
   * @param text what the model reads instead of the result
   */
  public record Stub(int turn, String callId, String text) {
    public Stub {
      if (turn < 1) {
        throw new IllegalArgumentException("turns count from 1, but was " + turn);
      }
    }
  }

  /**
   * What a compaction was worth.
   *
   * @param tokensBefore of the next prompt, estimated
   * @param tokensAfter of the next prompt, estimated the same way
   * @param dollarsSaved over the turns expected to come, a summary call paid for; below 0 where it
   *     costs more than it saves; null where prices or growth are not known
   */
  public record Report(
      long tokensBefore,
      long tokensAfter,
      int messagesBefore,
      int messagesAfter,
      @Nullable Double dollarsSaved) {}

  /**
   * One block of the view's head, frozen as it was rendered.
   *
   * @param kind what it stands for
   * @param text as the model sees it; empty where a provider's own block stands
   * @param openings the work it speaks of; of a summary what it covers
   * @param block a provider's own summary; null for a text
   */
  public record HeadBlock(Kind kind, String text, List<Opening> openings, @Nullable Opaque block) {

    /** What a block of the head stands for, in the order in which they appear. */
    public enum Kind {
      /** The task, verbatim. */
      TASK,
      /** One sentence that says what follows and that it is right. */
      PREFACE,
      /** Counts of the oldest closed items. */
      ROLL_UP,
      /** One closed item. */
      CLOSED,
      /** Effects that belong to no work item and whose turns have left. */
      EFFECTS,
      /** Keys in what one turn was told before it left. */
      KEYS,
      /** Keys in user messages that are no longer shown. */
      USER_KEYS,
      /** What the user said in a message that has left the tail: verbatim, or a preview. */
      USER,
      /** Text a model wrote. */
      SUMMARY,
      /** One item that is open although turns of it have left. */
      OPEN
    }

    public HeadBlock {
      openings = List.copyOf(openings);
    }

    public static HeadBlock of(Kind kind, String text, Opening... openings) {
      return new HeadBlock(kind, text, List.of(openings), null);
    }
  }

  /**
   * What is left of the oldest closed items: how many, from which to which, and how often each
   * choice came up.
   *
   * @param counts by the fact's name, then by its value
   */
  public record RollUp(
      int items, String first, String last, Map<String, Map<String, Integer>> counts) {
    public static final RollUp NONE = new RollUp(0, "", "", Map.of());

    public RollUp {
      // In the order given: the text of the counts depends on it.
      Map<String, Map<String, Integer>> copy = new LinkedHashMap<>();
      counts.forEach(
          (name, values) -> copy.put(name, Collections.unmodifiableMap(new TreeMap<>(values))));
      counts = Collections.unmodifiableMap(copy);
    }

    /** Adds one more item at the end. */
    public RollUp plus(Opening opening, List<Fact> facts) {
      Map<String, Map<String, Integer>> more = new LinkedHashMap<>(counts);
      for (Fact fact : facts) {
        if (fact.kind() == Fact.Kind.CHOICE) {
          Map<String, Integer> values = new TreeMap<>(more.getOrDefault(fact.name(), Map.of()));
          values.merge(fact.value(), 1, Integer::sum);
          more.put(fact.name(), values);
        }
      }
      return new RollUp(
          items + 1, items == 0 ? opening.toString() : first, opening.toString(), more);
    }
  }
}
