package dev.recap.lab.scenario;

import dev.recap.anthropic.Exchange;
import dev.recap.anthropic.MessagesFormat;
import dev.recap.conversation.Usage;
import dev.recap.model.Model;
import dev.recap.model.ModelException;
import dev.recap.model.ModelException.Category;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import dev.recap.model.Prices;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Asks a model of known prices as long as the purse can pay for whatever comes back. */
final class PaidModel implements Model {
  /** What is put aside hangs on it; the tutorial's replies have half as many at most. */
  private static final int MOST_REPLY_TOKENS = 8_192;

  /** A reply may have been written, and cost, that nobody could read. */
  private static final Set<Category> UNREAD = Set.of(Category.INVALID_REPLY, Category.INTERRUPTED);

  private final Model model;
  private final Purse purse;
  private final ModelProfile profile;
  private final Prices prices;
  private final MessagesFormat format;

  /**
   * That model.
   *
   * @throws IllegalArgumentException when nobody knows what it costs
   */
  PaidModel(Model model, Purse purse) {
    ModelProfile is = model.profile();
    this.model = model;
    this.purse = purse;
    this.profile = is.maxOutputTokens(Math.min(is.maxOutputTokens(), MOST_REPLY_TOKENS));
    this.prices = known(is);
    this.format = new MessagesFormat(profile);
  }

  /**
   * What it costs.
   *
   * @throws IllegalArgumentException when nobody knows
   */
  static Prices known(ModelProfile profile) {
    return profile
        .knownPrices()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is a limit in dollars, but what model '%s' costs is not known: leave the"
                        .formatted(profile.name())
                    + " limit out, or add its prices with --prices"));
  }

  /** A try that broke off may have been paid for. */
  static boolean isUnanswered(Exchange exchange) {
    return !exchange.delivered() && exchange.status() < 400;
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
    purse.putAside(most(request));
    try {
      ModelReply reply = model.ask(request);
      Prices its = reply.otherModel().flatMap(n -> profile(n).knownPrices()).orElse(prices);
      purse.pay(its.cached(reply.usage()));
      return reply;
    } catch (ModelException failure) {
      if (UNREAD.contains(failure.category())) {
        purse.payUnknown();
      }
      throw failure;
    }
  }

  /**
   * What it may cost: as many tokens as the body has bytes, all of them written to the cache or
   * none, and the longest reply. No token is shorter than a byte, and the signs of JSON outweigh
   * what the provider adds.
   */
  private double most(ModelRequest request) {
    int bytes = format.request(request).getBytes(StandardCharsets.UTF_8).length;
    long prompt = Math.min(bytes, profile.windowTokens());
    long reply = request.maxOutputTokens();
    return Math.max(
        prices.cached(new Usage(0, 0, prompt, reply)),
        prices.uncached(new Usage(prompt, 0, 0, reply)));
  }
}
