package dev.recap.simulator.named;

import dev.recap.simulator.AgentMode;
import dev.recap.simulator.agent.ItemWork;
import dev.recap.simulator.agent.SummaryAsk;
import dev.recap.simulator.agent.Told;
import dev.recap.simulator.agent.Work;
import dev.recap.simulator.agent.WorkInView;
import dev.recap.simulator.wire.MessagesRequest;
import java.util.List;

/**
 * The calls that the user's words name, of tools that no other kind of work knows. A request is
 * about it if it has tools or calls and none of them is a step of another kind; without tools, only
 * if the user's words name a call that was made.
 */
public final class NamedWork implements Work {
  private final List<ItemWork<?, ?>> others;

  /** Beside other kinds of work. */
  public NamedWork(List<ItemWork<?, ?>> others) {
    this.others = List.copyOf(others);
  }

  @Override
  public boolean meantBy(MessagesRequest request) {
    List<String> tools = List.copyOf(Errand.schemas(request).keySet());
    if (tools.isEmpty()
        || tools.stream().anyMatch(tool -> others.stream().anyMatch(one -> one.knows(tool)))) {
      return false;
    }
    return request.hasTools() || Errand.in(request, request.messages(), false).everNamed();
  }

  @Override
  public WorkInView read(MessagesRequest request, AgentMode mode) {
    return new NamedInView(request, Errand.in(request, request.messages(), !mode.stubborn()));
  }

  @Override
  public Told tell(MessagesRequest request, SummaryAsk ask) {
    return new NamedTold(request, ask, Errand.in(request, ask.messages(), true));
  }
}
