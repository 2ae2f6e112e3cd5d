package dev.recap.simulator.agent;

import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an agent that forgets overlooks: in a share of its replies one of the steps it could see
 * were done, each as likely as the other. One a reply and no more: were every statement overlooked
 * by itself, a long view would never be read without a gap, and no run would end.
 */
final class Forgetting {
  private Forgetting() {}

  /** The reply that does a step again, empty in the other replies. */
  static Optional<Reply> in(MessagesRequest request, WorkInView work, double share) {
    if (Chance.of(request, "forgets") >= share) {
      return Optional.empty();
    }
    List<Supplier<Reply>> done = work.again();
    return done.isEmpty()
        ? Optional.empty()
        : Optional.of(done.get((int) (Chance.of(request, "forgets what") * done.size())).get());
  }
}
