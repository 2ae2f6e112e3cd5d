package dev.recap.simulator.agent;

import dev.recap.simulator.Behaviour;
import dev.recap.simulator.TokenCounter;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import dev.recap.simulator.wire.ToolChoice;
import java.util.List;
import java.util.Optional;

/**
 * The simulator agent: fixed rules, not an LLM. What it says is a function of the request and of
 * the behaviour it is given; it keeps nothing between requests. Safe for use by several threads.
 */
public final class RuleFollower {
  private static final String THINKING =
      "I look at what the messages say is done and take the first step that is not.";

  private final Summaries summaries;
  private final List<Work> works;

  /**
   * An agent that knows these kinds of work.
   *
   * @param works the first that a request is about is meant; the last one takes any request
   */
  public RuleFollower(TokenCounter counter, List<Work> works) {
    this.summaries = new Summaries(counter);
    this.works = List.copyOf(works);
  }

  /** The reply to a request, before it is cut at a limit. */
  public Reply reply(MessagesRequest request, Behaviour behaviour) {
    OwnNames names = OwnNames.in(request);
    return names.named(numbered(names.numbered(request), behaviour));
  }

  private Reply numbered(MessagesRequest request, Behaviour behaviour) {
    Optional<SummaryAsk> ask = summaryAsk(request);
    boolean thinking = request.demands().thinking();
    if (ask.isPresent()) {
      Reply summary = summaries.of(request, ask.get(), behaviour.summaryMode(), work(request));
      boolean thinks =
          summary.content().path(0).path("type").asText().equals("thinking")
              || summary.content().isEmpty();
      return thinking && !thinks ? summary.after(Summaries.thinking()) : summary;
    }
    Reply reply = act(request, behaviour);
    return thinking ? reply.after(THINKING) : reply;
  }

  private static Optional<SummaryAsk> summaryAsk(MessagesRequest request) {
    return request.asksForCompaction()
        ? Optional.of(SummaryAsk.onDemand(request))
        : SummaryAsk.in(request.messages());
  }

  /** Whether a request asks for a summary. */
  public static boolean asksForSummary(MessagesRequest request) {
    return summaryAsk(request).isPresent();
  }

  private Work work(MessagesRequest request) {
    return works.stream().filter(one -> one.meantBy(request)).findFirst().orElseThrow();
  }

  private Reply act(MessagesRequest request, Behaviour behaviour) {
    WorkInView work = work(request).read(request, behaviour.agent());
    ToolChoice choice = request.demands().choice();
    Reply reply;
    if (work.given() && choice.kind() != ToolChoice.Kind.NONE) {
      reply = Disobedience.next(request, work, behaviour);
    } else if (work.given()) {
      reply =
          Reply.text(
              "No tool may be called in this reply, so the work on the %ss waits."
                  .formatted(work.item()));
    } else {
      reply =
          Reply.text(
              request.hasTools() ? Chat.question(work.item()) : Chat.reply(request.messages()));
    }
    return choice.forced() ? forced(request, work, reply) : reply;
  }

  /** Where a call is demanded, a fitting reply stands; otherwise the demanded tool is called. */
  private static Reply forced(MessagesRequest request, WorkInView work, Reply reply) {
    ToolChoice choice = request.demands().choice();
    String wanted =
        choice.kind() == ToolChoice.Kind.TOOL
            ? choice.name()
            : request.body().path("tools").path(0).path("name").asText();
    boolean fits = false;
    for (var block : reply.content()) {
      fits |=
          block.path("type").asText().equals("tool_use")
              && (choice.kind() == ToolChoice.Kind.ANY
                  || block.path("name").asText().equals(wanted));
    }
    if (fits) {
      return reply;
    }
    return work.demanded(wanted)
        .orElseGet(
            () -> Calls.reply(request, "", wanted, SchemaExample.input(request.tool(wanted))));
  }
}
