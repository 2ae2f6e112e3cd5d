package dev.recap.lab.scenario;

import dev.recap.conversation.Message;
import java.util.List;

/**
 * One rewrite of the view.
 *
 * @param afterTurn the last turn before it
 * @param before the messages that the next request would have had
 * @param after the messages that stand in their place
 * @param text what stands for the turns that left
 */
public record PlayedCompaction(
    String stage, int afterTurn, List<Message> before, List<Message> after, String text) {
  public PlayedCompaction {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
