package dev.recap.simulator.agent;

import dev.recap.simulator.AgentMode;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.Gullible;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import java.util.Optional;

/**
 * The work of an agent that may disobey: orders it fell for come first, then the end it makes too
 * early, then the step it does again, then what an obedient agent does.
 */
final class Disobedience {
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
    if (mode.stopsEarly() && workLeft && EarlyStop.due(request, work)) {
      return Reply.text(EarlyStop.WORDS);
    }
    return mode.forgetful() > 0
        ? Forgetting.in(request, work, mode.forgetful()).orElse(next)
        : next;
  }
}
