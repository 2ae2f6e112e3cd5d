package dev.recap.simulator.agent;

import dev.recap.simulator.AgentMode;
import dev.recap.simulator.TokenCounter;
import dev.recap.simulator.Trust;
import dev.recap.simulator.reader.Picture;
import dev.recap.simulator.reader.Reader;
import dev.recap.simulator.reader.Step;
import dev.recap.simulator.wire.MessagesRequest;

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
    boolean refunds = refunds(request);
    Reader.Manner manner = new Reader.Manner(!mode.stubborn(), mode.trust(), refunds);
    Picture picture = Reader.read(request.system(), request.messages(), manner);
    return new TicketsInView(this, request, picture);
  }

  @Override
  public Told tell(MessagesRequest request, SummaryAsk ask) {
    Reader.Manner manner = new Reader.Manner(true, Trust.TEXT, refunds(request));
    Picture picture = Reader.read(request.system(), ask.messages(), manner);
    return new TicketsTold(faithful, request, ask, picture);
  }

  private static boolean refunds(MessagesRequest request) {
    return request.tool(Step.REFUND.tool()).isPresent();
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
