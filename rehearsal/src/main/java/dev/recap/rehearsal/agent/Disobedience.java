package dev.recap.rehearsal.agent;

import dev.recap.rehearsal.AgentMode;
import dev.recap.rehearsal.Behaviour;
import dev.recap.rehearsal.TokenCounter;
import dev.recap.rehearsal.reader.Picture;
import dev.recap.rehearsal.wire.MessagesRequest;
import dev.recap.rehearsal.wire.Reply;
import java.util.Optional;

/**
 * The work on tickets by an agent that may disobey: orders it fell for come first, then the end it
 * makes too early, then the step it does again, then what an obedient agent does.
 */
final class Disobedience {
  private final DeskWork work;
  private final Calls calls;
  private final Gullibility gullibility;

  Disobedience(TokenCounter counter) {
    this.work = new DeskWork(counter);
    this.calls = new Calls(counter);
    this.gullibility = new Gullibility(counter);
  }

  Reply next(MessagesRequest request, Picture picture, Behaviour behaviour) {
    AgentMode mode = behaviour.agent();
    if (mode.gullible()) {
      Optional<Reply> obeyed = gullibility.obey(request, picture);
      if (obeyed.isPresent()) {
        return obeyed.get();
      }
    }
    Reply next = work.next(request, picture, behaviour.schedule());
    boolean workLeft = next.stop() == Reply.Stop.TOOL_USE;
    if (mode.stopsEarly() && workLeft && EarlyStop.due(request, picture)) {
      return Reply.text(EarlyStop.WORDS);
    }
    if (mode.forgetful() > 0) {
      return Forgetting.in(request, picture, mode.forgetful())
          .map(overlooked -> calls.step(request, overlooked.ticket(), overlooked.step()))
          .orElse(next);
    }
    return next;
  }
}
