package dev.recap.simulator.agent;

import dev.recap.simulator.AgentMode;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.Gullible;
import dev.recap.simulator.reader.Words;
import dev.recap.simulator.wire.Block;
import dev.recap.simulator.wire.Message;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import dev.recap.simulator.wire.Signatures;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The work of an agent that may disobey: orders it fell for come first, then the end it makes too
 * early, then the step it does again, then what an obedient agent does.
 */
final class Disobedience {
  private static final int DIGITS = 8;
  private static final String ENOUGH =
      "That is enough for now. I end my work here and wish you a pleasant day.";
  private static final double SHARE = 1.0 / 6;
  private static final Pattern REMINDER =
      Words.words(
          "\\b(?:task|work|job)\\b[^.\\n]{0,40}(?:\\bnot|n't|n’t) (?:yet )?(?:finished|done|completed?|over)\\b"
              + "|^\\s*(?:please )?(?:go on|continue|carry on|keep going)\\b[^\\n]{0,40}$");

  private Disobedience() {}

  static Reply next(MessagesRequest request, WorkInView work, Behaviour behaviour) {
    AgentMode mode = behaviour.agent();
    if (mode.gullible() != Gullible.NO) {
      Optional<Reply> obeyed = work.obey(mode.gullible());
      if (obeyed.isPresent()) {
        return obeyed.get();
      }
    }
    Reply next = work.next(behaviour.schedule());
    boolean workLeft = next.stop() == Reply.Stop.TOOL_USE;
    if (mode.stopsEarly() && workLeft && stopsNow(request, work)) {
      return Reply.text(ENOUGH);
    }
    return mode.forgetful() > 0 ? forgotten(request, work, mode.forgetful()).orElse(next) : next;
  }

  /**
   * Whether an agent that stops early ends with work left: once an item is in sight, in one of six
   * replies, and at the latest where it would fetch another. Never while a message in view says
   * that the task is not finished.
   */
  private static boolean stopsNow(MessagesRequest request, WorkInView work) {
    if (!work.anyItem() || reminded(request.messages())) {
      return false;
    }
    return work.betweenItems() || chance(request, "stops early") < SHARE;
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

  /**
   * The reply that does again a step it could see was done, each as likely as the other, in a share
   * of the replies. One a reply and no more: were every statement overlooked by itself, a long view
   * would never be read without a gap, and no run would end.
   */
  private static Optional<Reply> forgotten(MessagesRequest request, WorkInView work, double share) {
    if (chance(request, "forgets") >= share) {
      return Optional.empty();
    }
    List<Supplier<Reply>> done = work.again();
    return done.isEmpty()
        ? Optional.empty()
        : Optional.of(done.get((int) (chance(request, "forgets what") * done.size())).get());
  }

  /**
   * A number from 0 to below 1 that is a function of the request; {@code purpose} keeps the draws
   * of one request apart.
   */
  static double chance(MessagesRequest request, String purpose) {
    String digest = Signatures.digest(purpose + '\n' + request.withoutDelivery());
    return Long.parseLong(digest.substring(0, DIGITS), 16) / (double) (1L << (4 * DIGITS));
  }
}
