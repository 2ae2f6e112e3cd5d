package dev.recap.anthropic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Ways of asking that only this API knows, the same in every request; what is not said is left to
 * it. What has a name of its own elsewhere too is in {@link dev.recap.model.ModelOptions}. Of one
 * thread.
 */
public final class AnthropicOptions {
  private static final String UPDATES_BETA = "thinking-display-updates-2026-08-18";
  private static final String FALLBACK_BETA = "server-side-fallback-2026-07-01";

  private final ObjectNode fields = JsonText.MAPPER.createObjectNode();
  private final Set<String> betas = new TreeSet<>();
  private @Nullable Display display;
  private boolean thinksBetweenTools;
  private boolean cachesForAnHour;

  /** How much of its thinking the model shows; it is billed and sent back whole in any case. */
  public enum Display {
    /** Nothing but its signature. */
    OMITTED,
    /** A summary. */
    SUMMARIZED,
    /** What it is about between two tool calls. */
    UPDATES
  }

  /** Which capacity of the account answers. */
  public enum ServiceTier {
    /** Priority where the account has some, and else the standard. */
    AUTO,
    STANDARD_ONLY
  }

  /** A name for the user on whose behalf the model is asked, by which abuse can be found. */
  public AnthropicOptions userId(String userId) {
    fields.putObject("metadata").put("user_id", userId);
    return this;
  }

  public AnthropicOptions serviceTier(ServiceTier tier) {
    fields.put("service_tier", JsonText.word(tier));
    return this;
  }

  /** The region in which the model runs, such as {@code us}. */
  public AnthropicOptions inferenceGeo(String region) {
    fields.put("inference_geo", region);
    return this;
  }

  /** Lets another model of the provider's choice answer where this one would refuse to. */
  public AnthropicOptions fallbacks() {
    fields.put("fallbacks", "default");
    return beta(FALLBACK_BETA);
  }

  /** Shows so much of the thinking, which is adaptive unless another kind is asked for. */
  public AnthropicOptions thinkingDisplay(Display shown) {
    this.display = shown;
    return shown == Display.UPDATES ? beta(UPDATES_BETA) : this;
  }

  /**
   * Has the model think between tool calls only, as little as claude-sonnet-5-5 can, unless another
   * kind is asked for: at an effort of high or less, and with none of it shown. A request that has
   * to pass over stale thinking asks for adaptive thinking instead, for the API takes no such order
   * beside this.
   */
  public AnthropicOptions thinkingBetweenTools() {
    this.thinksBetweenTools = true;
    return this;
  }

  /** Keeps written prompts in the cache for an hour, at a higher price, and not five minutes. */
  public AnthropicOptions cachedForAnHour() {
    this.cachesForAnHour = true;
    return this;
  }

  /** Switches a feature in trial on, for instance {@code token-efficient-tools-2025-02-19}. */
  public AnthropicOptions beta(String feature) {
    if (!feature.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException(
          "a feature in trial is named by letters, digits and dashes, but was '%s'"
              .formatted(feature));
    }
    betas.add(feature);
    return this;
  }

  AnthropicOptions copy() {
    var copy = new AnthropicOptions();
    copy.fields.setAll(fields.deepCopy());
    copy.betas.addAll(betas);
    copy.display = display;
    copy.thinksBetweenTools = thinksBetweenTools;
    copy.cachesForAnHour = cachesForAnHour;
    return copy;
  }

  ObjectNode fields() {
    return fields.deepCopy();
  }

  Collection<String> betas() {
    return betas;
  }

  @Nullable Display display() {
    return display;
  }

  boolean thinksBetweenTools() {
    return thinksBetweenTools;
  }

  boolean cachesForAnHour() {
    return cachesForAnHour;
  }
}
