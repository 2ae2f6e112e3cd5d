package dev.recap.simulator.agent;

import dev.recap.simulator.AgentMode;
import dev.recap.simulator.TokenCounter;
import dev.recap.simulator.reader.Picture;
import dev.recap.simulator.wire.Message;
import dev.recap.simulator.wire.MessagesRequest;
import java.util.List;

/** The work on support tickets. It is what a request is about that does not show otherwise. */
public final class TicketWork implements Work {
  private final DeskWork work;
  private final Calls calls;
  private final Gullibility gullibility;
  private final FaithfulSummary faithful;

  public TicketWork(TokenCounter counter) {
    this.work = new DeskWork(counter);
    this.calls = new Calls(counter);
    this.gullibility = new Gullibility(counter);
    this.faithful = new FaithfulSummary(counter);
  }

  @Override
  public boolean meantBy(MessagesRequest request) {
    return true;
  }

  @Override
  public WorkInView read(MessagesRequest request, AgentMode mode) {
    return new TicketsInView(this, request, picture(request, request.messages(), mode));
  }

  @Override
  public Told tell(MessagesRequest request, SummaryAsk ask) {
    Picture<TicketView> picture = picture(request, ask.messages(), AgentMode.obedient());
    return new TicketsTold(faithful, request, ask, picture);
  }

  private static Picture<TicketView> picture(
      MessagesRequest request, List<Message> messages, AgentMode mode) {
    boolean refunds = request.tool(Step.REFUND.tool()).isPresent();
    return new Picture<>(
        TicketWords.reader(request.body().path("tools")).read(request.system(), messages, mode),
        number -> new TicketView(number, refunds));
  }

  DeskWork work() {
    return work;
  }

  Calls calls() {
    return calls;
  }

  Gullibility gullibility() {
    return gullibility;
  }
}
