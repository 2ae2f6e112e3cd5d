package dev.recap.lab.account;

/**
 * What one strategy's closing account could rest on.
 *
 * @param pairs second tickets of a customer
 * @param noticedDuring pairs that the request showed when the second ticket was handled
 * @param noticedAtEnd pairs that the last request shows
 * @param countsRight counts by category, priority and team in the last request that are the store's
 * @param countsWrong the store's counts that the last request does not give, or gives wrongly
 * @param account of the counts that the closing account states, how many are the store's; of fixed
 *     rules, not of an LLM
 */
public record AccountRow(
    String strategy,
    int tickets,
    int pairs,
    int noticedDuring,
    int noticedAtEnd,
    int countsRight,
    int countsWrong,
    String account) {}
