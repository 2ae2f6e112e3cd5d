/**
 * A local stand-in for the Messages API, to simulate an agent without spending a token.
 *
 * <p>It is a set of fixed rules, not an LLM. Start at {@link SimulatorServer}; what it reads and
 * says is decided in the packages below, from the request alone.
 */
@NullMarked
package dev.recap.simulator;

import org.jspecify.annotations.NullMarked;
