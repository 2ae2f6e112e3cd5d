package dev.recap.simulator.agent;

import dev.recap.simulator.Gullible;
import dev.recap.simulator.Schedule;
import dev.recap.simulator.reader.Picture;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a request shows of the tickets. */
record TicketsInView(TicketWork work, MessagesRequest request, Picture<TicketView> picture)
    implements WorkInView {

  @Override
  public String item() {
    return "ticket";
  }

  @Override
  public boolean given() {
    return Task.given(request) || picture.anything();
  }

  @Override
  public boolean anyItem() {
    return picture.anything();
  }

  @Override
  public boolean betweenItems() {
    return picture.inProgress().isEmpty() && picture.items().stream().anyMatch(TicketView::closed);
  }

  @Override
  public Reply next(Schedule schedule) {
    return work.work().next(request, picture, schedule);
  }

  @Override
  public List<Supplier<Reply>> again() {
    List<Supplier<Reply>> done = new ArrayList<>();
    for (TicketView ticket : picture.items()) {
      ticket.doneSteps().stream()
          .filter(step -> request.tool(step.tool()).isPresent())
          .filter(step -> !DeskWork.lacksFacts(ticket, step))
          .forEach(step -> done.add(() -> work.calls().step(request, ticket, step)));
    }
    return done;
  }

  @Override
  public Optional<Reply> obey(Gullible gullible) {
    return work.gullibility().obey(request, picture, gullible);
  }

  @Override
  public Optional<Reply> demanded(String tool) {
    Optional<TicketView> ticket = picture.inProgress().stream().findFirst();
    return Step.ofTool(tool)
        .flatMap(step -> ticket.map(open -> work.calls().step(request, open, step)));
  }
}
