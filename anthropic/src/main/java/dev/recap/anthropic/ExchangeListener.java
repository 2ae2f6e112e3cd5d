package dev.recap.anthropic;

/** Hears of every exchange with the provider, failed tries included, in the order they ended. */
@FunctionalInterface
public interface ExchangeListener {

  /**
   * Called once for each try, before {@link AnthropicModel#ask} returns or throws, on a thread of
   * the model's. Questions asked at the same time report at the same time. An exception thrown here
   * ends the question and reaches the asker.
   */
  void exchanged(Exchange exchange);
}
