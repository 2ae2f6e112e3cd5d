package dev.recap.simulator.agent;

import dev.recap.simulator.AgentMode;
import dev.recap.simulator.wire.MessagesRequest;

/** A kind of work that the agent knows. Safe for use by several threads. */
public interface Work {

  /** Whether a request is about it, as its tools, calls and task show. */
  boolean meantBy(MessagesRequest request);

  /** What a request shows of it to an agent of that mode. */
  WorkInView read(MessagesRequest request, AgentMode mode);

  /** What a conversation tells whoever writes a summary of it, and so looks at everything. */
  Told tell(MessagesRequest request, SummaryAsk ask);
}
