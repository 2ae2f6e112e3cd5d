package dev.recap.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.simulator.agent.RuleFollower;
import dev.recap.simulator.agent.TicketWork;
import dev.recap.simulator.cache.PromptCache;
import dev.recap.simulator.named.NamedWork;
import dev.recap.simulator.stock.StockWork;
import dev.recap.simulator.wire.ApiException;
import dev.recap.simulator.wire.Limits;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import dev.recap.simulator.wire.RequestParser;
import dev.recap.simulator.wire.Usage;
import java.time.Duration;
import java.util.List;

/** The two end points without HTTP: a body in, a message or an {@link ApiException} out. */
final class MessagesApi {
  /** A message, how many tokens were written for it, and whether it is wanted as a stream. */
  record Answer(ObjectNode message, int outputTokens, boolean stream) {}

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SimulatorOptions options;
  private final TokenCounter counter = new TokenCounter();
  private final RuleFollower follower =
      new RuleFollower(counter, List.of(new NamedWork(), new StockWork(), new TicketWork(counter)));
  private final Limits limits = new Limits(counter);
  private final PromptCache cache;

  MessagesApi(SimulatorOptions options) {
    this.options = options;
    this.cache = new PromptCache(options.cache(), counter, options.clock());
  }

  ObjectNode count(String body, boolean compactionBeta) {
    MessagesRequest request = RequestParser.count(body, compactionBeta);
    return NODES.objectNode().put("input_tokens", counter.countRequest(request.body()));
  }

  Answer message(String body, Behaviour behaviour, boolean compactionBeta, String messageId) {
    MessagesRequest request = RequestParser.message(body, compactionBeta);
    int prompt = counter.countRequest(request.body());
    if (prompt > options.windowTokens()) {
      throw ApiException.invalid(
          "prompt is too long: " + prompt + " tokens > " + options.windowTokens() + " maximum");
    }
    if (behaviour.summaryMode() == SummaryMode.TIME_OUT && RuleFollower.asksForSummary(request)) {
      pass(options.timing().summaryHold());
    }
    Reply reply = limited(request, follower.reply(request, behaviour), prompt);
    Usage usage = cache.account(request.body()).withOutput(counter.countContent(reply.content()));
    ObjectNode message =
        request.asksForCompaction()
            ? message(request, reply.asCompaction(), usage.compactionJson(), messageId)
            : message(request, reply, usage.json(), messageId);
    return new Answer(message, usage.output(), request.demands().stream());
  }

  /** Lets time pass; a server that closes meanwhile ends the request. */
  void pass(Duration duration) {
    if (duration.isZero()) {
      return;
    }
    try {
      options.timing().waiter().await(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerClosing(e);
    }
  }

  private Reply limited(MessagesRequest request, Reply reply, int prompt) {
    Reply stopped = limits.atStopSequence(reply, request.demands().stopSequences());
    Reply inWindow =
        limits.atTokens(
            stopped, options.windowTokens() - prompt, Reply.Stop.MODEL_CONTEXT_WINDOW_EXCEEDED);
    return limits.atTokens(inWindow, request.demands().maxTokens(), Reply.Stop.MAX_TOKENS);
  }

  private static ObjectNode message(
      MessagesRequest request, Reply reply, ObjectNode usage, String messageId) {
    ObjectNode message = NODES.objectNode();
    message.put("id", messageId).put("type", "message").put("role", "assistant");
    message.put("model", request.model());
    message.set("content", reply.content());
    message.put("stop_reason", reply.stop().wireName());
    message.put("stop_sequence", reply.stopSequence().orElse(null));
    message.set("usage", usage);
    return message;
  }
}
