package dev.recap.desk.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.recap.conversation.Block;
import dev.recap.conversation.Media;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.conversation.Usage;
import dev.recap.model.Model;
import dev.recap.model.ModelException;
import dev.recap.model.ModelException.Category;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import java.util.Set;

/** Asks a model as long as the till can pay for whatever comes back. */
final class PaidModel implements Model {
  /** What is put aside hangs on it. */
  private static final int MOST_REPLY_TOKENS = 8_192;

  /** What a provider adds to a message, a block or a tool, and more. */
  private static final int OVERHEAD = 64;

  /** A reply may have been written, and cost, that nobody could read. */
  private static final Set<Category> UNREAD =
      Set.of(Category.INVALID_REPLY, Category.INTERRUPTED, Category.TIMEOUT, Category.CONNECTION);

  private final Model model;
  private final Till till;
  private final ModelProfile profile;

  private PaidModel(Model model, Till till) {
    ModelProfile is = model.profile();
    this.model = model;
    this.till = till;
    this.profile = is.maxOutputTokens(Math.min(is.maxOutputTokens(), MOST_REPLY_TOKENS));
  }

  /**
   * That model, paid from the till if there is a budget at all.
   *
   * @throws IllegalArgumentException when the budget is in money and nobody knows what it costs
   */
  static Model of(Model model, Till till, Batch.Budget budget) {
    if (budget.inMoney() && model.profile().knownPrices().isEmpty()) {
      throw new IllegalArgumentException(
          "there is a budget in dollars, but what model '%s' costs is not known"
              .formatted(model.profile().name()));
    }
    return budget.isLimited() ? new PaidModel(model, till) : model;
  }

  @Override
  public ModelProfile profile() {
    return profile;
  }

  @Override
  public ModelProfile profile(String name) {
    return model.profile(name);
  }

  @Override
  public ModelReply ask(ModelRequest request) {
    Spent most = most(request);
    till.putAside(most);
    try {
      ModelReply reply = model.ask(request);
      ModelProfile its = reply.otherModel().map(this::profile).orElse(profile);
      till.pay(most, cost(its, reply.usage()));
      return reply;
    } catch (ModelException failure) {
      if (!UNREAD.contains(failure.category())) {
        till.pay(most, Spent.NOTHING);
      }
      throw failure;
    }
  }

  /**
   * What it may cost: as many tokens as its texts have bytes, all of them written to the cache or
   * none, and the longest reply. No token is shorter than a byte.
   */
  private Spent most(ModelRequest request) {
    long bytes = bytes(request.instructions());
    for (var tool : request.tools()) {
      bytes += bytes(tool.name()) + bytes(tool.description()) + bytes(tool.inputSchema());
    }
    for (var message : request.messages()) {
      bytes += OVERHEAD + message.content().stream().mapToLong(PaidModel::bytes).sum();
    }
    long prompt = Math.min(bytes, profile.windowTokens());
    long reply = request.maxOutputTokens();
    return new Spent(
        prompt + reply,
        Math.max(
            cost(profile, new Usage(0, 0, prompt, reply)).dollars(),
            cost(profile, new Usage(prompt, 0, 0, reply)).dollars()));
  }

  private static Spent cost(ModelProfile at, Usage usage) {
    return new Spent(
        usage.totalTokens(), at.knownPrices().map(known -> known.cached(usage)).orElse(0.0));
  }

  private static long bytes(Block block) {
    return OVERHEAD
        + switch (block) {
          case Text text -> bytes(text.text());
          case Media media -> media.tokens();
          case ToolCall call -> bytes(call.id()) + bytes(call.tool()) + bytes(call.arguments());
          case ToolResult result ->
              bytes(result.callId())
                  + bytes(result.content())
                  + result.media().stream().mapToLong(Media::tokens).sum();
          case Opaque opaque -> bytes(opaque.json());
        };
  }

  private static long bytes(String text) {
    return OVERHEAD + (long) text.getBytes(UTF_8).length;
  }
}
