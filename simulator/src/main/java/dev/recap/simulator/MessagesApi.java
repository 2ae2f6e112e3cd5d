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
import dev.recap.simulator.wire.ThresholdCompaction;
import dev.recap.simulator.wire.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The two end points without HTTP: a body in, a message or an {@link ApiException} out. */
final class MessagesApi {
  /** A message, how many tokens were written for it, and whether it is wanted as a stream. */
  record Answer(ObjectNode message, int outputTokens, boolean stream) {}

  private record Written(Reply reply, Usage usage) {}

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SimulatorOptions options;
  private final TokenCounter counter = new TokenCounter();
  private final TicketWork tickets = new TicketWork(counter);
  private final StockWork stock = new StockWork(tickets);
  private final RuleFollower follower =
      new RuleFollower(counter, List.of(new NamedWork(List.of(stock, tickets)), stock, tickets));
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
    ObjectNode message = NODES.objectNode().put("id", messageId);
    Optional<ThresholdCompaction> compaction =
        ThresholdCompaction.in(request.body())
            .filter(one -> counter(request).countRequest(request.prompt()) > one.triggerTokens());
    if (compaction.isPresent()) {
      return compacted(request, compaction.get(), behaviour, terms(betas), message);
    }
    Written written = write(request, behaviour);
    if (request.asksForCompaction()) {
      Reply reply = written.reply().asCompaction(request.sent().summarized());
      fill(message, request, reply, written.usage().compactionJson(Optional.empty()));
    } else {
      fill(message, request, written.reply(), written.usage().json());
    }
    return new Answer(message, written.usage().output().tokens(), request.demands().stream());
  }

  /** The answer to a prompt that is over the threshold at which it is compacted. */
  private Answer compacted(
      MessagesRequest request,
      ThresholdCompaction compaction,
      Behaviour behaviour,
      Terms terms,
      ObjectNode message) {
    Written summary = write(request.compacting(compaction.instructions()), behaviour);
    ObjectNode block = ThresholdCompaction.block(summary.reply());
    int tokens = summary.usage().output().tokens();
    boolean stream = request.demands().stream();
    if (compaction.pauses()) {
      Reply reply = Reply.of(NODES.arrayNode().add(block), Reply.Stop.COMPACTION);
      fill(message, request, reply, summary.usage().compactionJson(Optional.empty()));
      return new Answer(message, tokens, stream);
    }
    MessagesRequest rest =
        block.path("content").isNull()
            ? request
            : RequestParser.message(request.startingWith(block), terms);
    Written next = write(rest, behaviour);
    fill(
        message,
        request,
        next.reply().after(block),
        summary.usage().compactionJson(Optional.of(next.usage())));
    return new Answer(message, tokens + next.usage().output().tokens(), stream);
  }

  private Written write(MessagesRequest request, Behaviour behaviour) {
    TokenCounter counter = counter(request);
    int prompt = counter.countRequest(request.prompt());
    Model.Sizes sizes = request.sent().model().sizes();
    int window = options.api().windowTokens().orElse(sizes.window());
    if (prompt > window) {
      throw ApiException.invalid(
          "prompt is too long: " + prompt + " tokens > " + window + " maximum");
    }
    if (behaviour.summaryMode() == SummaryMode.TIME_OUT && RuleFollower.asksForSummary(request)) {
      pass(options.timing().summaryHold());
    }
    Reply whole = request.demands().thoughts().size(follower.reply(request, behaviour), counter);
    Reply cut = limited(request, whole, new Limits(counter), window - prompt);
    int minimum = options.api().cacheableMinimumTokens().orElse(sizes.cacheableMinimum());
    Usage usage = cache.account(request.prompt(), counter, minimum);
    return new Written(request.sent().bind(cut), usage.withOutput(counter.output(cut.content())));
  }

  private Terms terms(String betas) {
    return new Terms(betas, options.api().model(), options.api().account(), this::counter);
  }

  private TokenCounter counter(MessagesRequest request) {
    return counter(request.sent().model());
  }

  private TokenCounter counter(Model model) {
    return counters.computeIfAbsent(model.tokenFactor(), factor -> new TokenCounter(factor));
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

  private static void fill(
      ObjectNode message, MessagesRequest request, Reply reply, ObjectNode usage) {
    message.put("type", "message").put("role", "assistant");
    message.put("model", request.model());
    message.set("content", reply.content());
    message.put("stop_reason", reply.stop().wireName());
    message.put("stop_sequence", reply.stopSequence().orElse(null));
    message.set("usage", usage);
    message.setAll(request.told());
  }
}
