package dev.recap.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.simulator.agent.RuleFollower;
import dev.recap.simulator.agent.TicketWork;
import dev.recap.simulator.cache.PromptCache;
import dev.recap.simulator.named.NamedWork;
import dev.recap.simulator.stock.StockWork;
import dev.recap.simulator.wire.ApiException;
import dev.recap.simulator.wire.BoundThinking;
import dev.recap.simulator.wire.Effort;
import dev.recap.simulator.wire.Limits;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import dev.recap.simulator.wire.RequestParser;
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
  private final RequestParser.Like like;
  private final RuleFollower follower;
  private final Map<Double, Sizes> sizes = new ConcurrentHashMap<>();

  MessagesApi(SimulatorOptions options) {
    this.options = options;
    this.like =
        new RequestParser.Like(options.likeness().byName(), options.likeness().wantsOpenRounds());
    var counter = new TokenCounter();
    this.follower =
        new RuleFollower(
            counter, List.of(new NamedWork(), new StockWork(), new TicketWork(counter)));
  }

  /** What hangs on a model's tokenizer. */
  private record Sizes(TokenCounter counter, Limits limits, PromptCache cache) {}

  private Sizes sizes(MessagesRequest request) {
    return sizes.computeIfAbsent(
        request.model().tokens(),
        tokens -> {
          var counter = new TokenCounter(tokens);
          return new Sizes(
              counter,
              new Limits(counter),
              new PromptCache(options.cache(), counter, options.clock()));
        });
  }

  ObjectNode count(String body, RequestParser.Betas betas) {
    MessagesRequest request = RequestParser.count(body, betas, like);
    return NODES
        .objectNode()
        .put("input_tokens", sizes(request).counter().countRequest(request.body()));
  }

  Answer message(String body, Behaviour behaviour, RequestParser.Betas betas, String messageId) {
    MessagesRequest request = RequestParser.message(body, betas, like);
    Sizes its = sizes(request);
    int window = window(request);
    int prompt = its.counter().countRequest(request.body());
    if (prompt > window) {
      throw ApiException.invalid(
          "prompt is too long: " + prompt + " tokens > " + window + " maximum");
    }
    if (behaviour.summaryMode() == SummaryMode.TIME_OUT && RuleFollower.asksForSummary(request)) {
      pass(options.timing().summaryHold());
    }
    Reply said = limited(its, request, follower.reply(request, behaviour), window - prompt);
    Reply reply = request.model().bound() ? bound(request, said) : said;
    int output = its.counter().countContent(reply.content());
    Usage usage =
        its.cache()
            .account(request.body())
            .withOutput(output)
            .withThinking(like.byName() ? thinkingTokens(its.counter(), reply) : 0);
    ObjectNode message =
        request.asksForCompaction()
            ? message(
                request, reply.asCompaction(request.body()), usage.compactionJson(), messageId)
            : message(request, reply, usage.json(), messageId);
    if (betas.binding()) {
      message.set("input_transformations", request.dropped());
    }
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

  /** What the options say, unless that is the usual and the model's is another. */
  private int window(MessagesRequest request) {
    return options.windowTokens() == SimulatorOptions.USUAL_WINDOW
        ? request.model().window()
        : options.windowTokens();
  }

  /** Thinking as today's models give it, as long as the effort says and not to be read. */
  private static Reply bound(MessagesRequest request, Reply reply) {
    boolean shown = request.body().path("thinking").path("display").asText().equals("summarized");
    return BoundThinking.bound(request.body(), reply, Effort.tokens(request.body()), shown);
  }

  private static int thinkingTokens(TokenCounter counter, Reply reply) {
    int tokens = 0;
    for (JsonNode block : reply.content()) {
      tokens += block.path("type").asText().equals("thinking") ? counter.countBlock(block) : 0;
    }
    return tokens;
  }

  private static Reply limited(Sizes its, MessagesRequest request, Reply reply, int room) {
    Reply stopped = its.limits().atStopSequence(reply, request.demands().stopSequences());
    Reply inWindow = its.limits().atTokens(stopped, room, Reply.Stop.MODEL_CONTEXT_WINDOW_EXCEEDED);
    return its.limits().atTokens(inWindow, request.demands().maxTokens(), Reply.Stop.MAX_TOKENS);
  }

  private static ObjectNode message(
      MessagesRequest request, Reply reply, ObjectNode usage, String messageId) {
    ObjectNode message = NODES.objectNode();
    message.put("id", messageId).put("type", "message").put("role", "assistant");
    message.put("model", request.modelName());
    message.set("content", reply.content());
    message.put("stop_reason", reply.stop().wireName());
    message.put("stop_sequence", reply.stopSequence().orElse(null));
    message.set("usage", usage);
    return message;
  }
}
