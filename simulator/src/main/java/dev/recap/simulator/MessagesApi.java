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
import dev.recap.simulator.wire.Model;
import dev.recap.simulator.wire.Reply;
import dev.recap.simulator.wire.RequestParser;
import dev.recap.simulator.wire.Terms;
import dev.recap.simulator.wire.Thoughts;
import dev.recap.simulator.wire.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The two end points without HTTP: a body in, a message or an {@link ApiException} out. */
final class MessagesApi {
  /** A message, how many tokens were written for it, and whether it is wanted as a stream. */
  record Answer(ObjectNode message, int outputTokens, boolean stream) {}

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SimulatorOptions options;
  private final TokenCounter counter = new TokenCounter();
  private final RuleFollower follower =
      new RuleFollower(counter, List.of(new NamedWork(), new StockWork(), new TicketWork(counter)));
  private final Map<Double, TokenCounter> counters = new ConcurrentHashMap<>();
  private final PromptCache cache;

  MessagesApi(SimulatorOptions options) {
    this.options = options;
    this.cache = new PromptCache(options.cache(), counter, options.clock());
  }

  ObjectNode count(String body, String betas) {
    MessagesRequest request = RequestParser.count(body, terms(betas));
    return NODES.objectNode().put("input_tokens", counter(request).countRequest(request.prompt()));
  }

  Answer message(String body, Behaviour behaviour, String betas, String messageId) {
    MessagesRequest request = RequestParser.message(body, terms(betas));
    TokenCounter counter = counter(request);
    int prompt = counter.countRequest(request.prompt());
    Model model = Model.of(request.model());
    int window = options.api().windowTokens().orElse(model.sizes().window());
    if (prompt > window) {
      throw ApiException.invalid(
          "prompt is too long: " + prompt + " tokens > " + window + " maximum");
    }
    if (behaviour.summaryMode() == SummaryMode.TIME_OUT && RuleFollower.asksForSummary(request)) {
      pass(options.timing().summaryHold());
    }
    Thoughts thoughts = request.demands().thoughts();
    Reply whole = thoughts.size(follower.reply(request, behaviour), counter);
    Reply reply =
        request.sent().bind(limited(request, whole, new Limits(counter), window - prompt));
    int minimum = options.api().cacheableMinimumTokens().orElse(model.sizes().cacheableMinimum());
    Usage usage =
        cache
            .account(request.prompt(), counter, minimum)
            .withOutput(counter.output(reply.content()));
    ObjectNode message =
        request.asksForCompaction()
            ? message(request, reply.asCompaction(), usage.compactionJson(), messageId)
            : message(request, reply, usage.json(), messageId);
    return new Answer(message, usage.output().tokens(), request.demands().stream());
  }

  private Terms terms(String betas) {
    return new Terms(betas, options.api().account());
  }

  private TokenCounter counter(MessagesRequest request) {
    return counters.computeIfAbsent(Model.of(request.model()).tokenFactor(), TokenCounter::new);
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

  private static Reply limited(MessagesRequest request, Reply reply, Limits limits, int room) {
    Reply stopped = limits.atStopSequence(reply, request.demands().stopSequences());
    Reply inWindow = limits.atTokens(stopped, room, Reply.Stop.MODEL_CONTEXT_WINDOW_EXCEEDED);
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
    request.sent().transformations().ifPresent(told -> message.set("input_transformations", told));
    return message;
  }
}
