package dev.recap.journal;

import dev.recap.work.Fact;
import dev.recap.work.Opening;
import java.util.List;

/** What happened to a work item, with all that a later projection needs of it. */
public sealed interface ItemChange {

  /** The stretch that was opened, joined or closed. */
  Opening opening();

  /** Whether the item is open from here on. */
  default boolean opens() {
    return !(this instanceof ItemClosed);
  }

  /**
   * The item was handed out, again if the same opening stands already.
   *
   * @param closings what closing it will require, frozen now
   */
  record ItemOpened(Opening opening, List<ClosingRule> closings) implements ItemChange {
    public ItemOpened {
      closings = List.copyOf(closings);
    }
  }

  /**
   * A tool worked on an item that no tool had handed out: its stretch of work begins there.
   *
   * @param closings what closing it will require, frozen now
   */
  record ItemBegun(Opening opening, List<ClosingRule> closings) implements ItemChange {
    public ItemBegun {
      closings = List.copyOf(closings);
    }
  }

  /**
   * The item is finished.
   *
   * @param facts what its ledger line may state
   */
  record ItemClosed(Opening opening, List<Fact> facts) implements ItemChange {
    public ItemClosed {
      facts = List.copyOf(facts);
    }
  }

  /**
   * A tool that can close the item, and what belongs to the work before.
   *
   * @param tool the closing tool's name
   * @param requires tools that must have succeeded before
   * @param others tools that may change the item besides, as far as they are known
   */
  record ClosingRule(String tool, List<String> requires, List<String> others) {
    public ClosingRule {
      requires = List.copyOf(requires);

      others = List.copyOf(others);
    }
  }
}
