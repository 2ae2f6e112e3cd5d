/**
 * The loop: ask, run the tools, until the agent yields.
 *
 * <p>Start at {@link dev.recap.agent.AgentLoop} to understand the product, at {@link
 * dev.recap.agent.Agent} to use it.
 */
@NullMarked
package dev.recap.agent;

import org.jspecify.annotations.NullMarked;
