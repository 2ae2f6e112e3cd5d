/**
 * The rules by which the simulator agent works: fixed rules, not an LLM.
 *
 * <p>Start at {@link RuleFollower}, which answers a request with a step, a summary or a few words.
 */
@NullMarked
package dev.recap.simulator.agent;

import org.jspecify.annotations.NullMarked;
