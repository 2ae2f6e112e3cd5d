/**
 * The agent's second kind of work, a stock count over warehouses: fixed rules, not an LLM.
 *
 * <p>Start at {@link StockWork}. {@link StockPicture} gathers what a request says of warehouses,
 * {@link StockInView} decides what to do about it.
 */
@NullMarked
package dev.recap.simulator.stock;

import org.jspecify.annotations.NullMarked;
