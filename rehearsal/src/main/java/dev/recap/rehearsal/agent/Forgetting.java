package dev.recap.rehearsal.agent;

import dev.recap.rehearsal.reader.Picture;
import dev.recap.rehearsal.reader.Step;
import dev.recap.rehearsal.reader.TicketView;
import dev.recap.rehearsal.wire.MessagesRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an agent that forgets overlooks: in a share of its replies one of the steps it could see
 * were done, each as likely as the other. One a reply and no more: were every statement overlooked
 * by itself, a long view would never be read without a gap, and no run would end.
 */
final class Forgetting {
  /** A step done that is taken for one to do. */
  record Overlooked(TicketView ticket, Step step) {}

  private Forgetting() {}

  static Optional<Overlooked> in(MessagesRequest request, Picture picture, double share) {
    if (Chance.of(request, "forgets") >= share) {
      return Optional.empty();
    }
    List<Overlooked> done = new ArrayList<>();
    for (TicketView ticket : picture.tickets()) {
      ticket.doneSteps().stream()
          .filter(step -> request.tool(step.tool()).isPresent())
          .filter(step -> !DeskWork.lacksFacts(ticket, step))
          .forEach(step -> done.add(new Overlooked(ticket, step)));
    }
    return done.isEmpty()
        ? Optional.empty()
        : Optional.of(done.get((int) (Chance.of(request, "forgets what") * done.size())));
  }
}
