/**
 * The rules by which the rehearsal agent works: fixed rules, not an LLM.
 *
 * <p>Start at {@link Rehearser}, which answers a request with a step, a summary or a few words.
 */
@NullMarked
package dev.recap.rehearsal.agent;

import org.jspecify.annotations.NullMarked;
