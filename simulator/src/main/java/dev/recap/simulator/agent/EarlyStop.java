package dev.recap.simulator.agent;

import dev.recap.simulator.reader.Words;
import dev.recap.simulator.wire.Block;
import dev.recap.simulator.wire.Message;
import dev.recap.simulator.wire.MessagesRequest;
import java.util.List;
import java.util.regex.Pattern;

/**
 * When an agent that stops early ends with work left: once a ticket is in sight, in one of six
 * replies, and at the latest where it would fetch another. Never while a message in view says that
 * the task is not finished.
 */
final class EarlyStop {
  static final String WORDS =
      "That is enough for now. I end my work here and wish you a pleasant day.";
  private static final double SHARE = 1.0 / 6;
  private static final Pattern REMINDER =
      Words.words(
          "\\b(?:task|work|job)\\b[^.\\n]{0,40}(?:\\bnot|n't|n’t) (?:yet )?(?:finished|done|completed?|over)\\b"
              + "|^\\s*(?:please )?(?:go on|continue|carry on|keep going)\\b[^\\n]{0,40}$");

  private EarlyStop() {}

  static boolean due(MessagesRequest request, WorkInView work) {
    if (!work.anyItem() || reminded(request.messages())) {
      return false;
    }
    return work.betweenItems() || Disobedience.chance(request, "stops early") < SHARE;
  }

  /** Whether any text of the user's but the first, which is the task, asks to go on. */
  private static boolean reminded(List<Message> messages) {
    return messages.stream()
        .filter(Message::fromUser)
        .flatMap(message -> message.blocks().stream())
        .filter(Block.Text.class::isInstance)
        .skip(1)
        .anyMatch(block -> REMINDER.matcher(((Block.Text) block).text()).find());
  }
}
