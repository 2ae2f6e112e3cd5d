/**
 * One turn of the loop without a network, beside the loops of LangChain4j and of the vendor's SDK.
 *
 * <p>Each measures the same: a message, one call of a tool that does next to nothing, its result,
 * and a final answer; two requests to a model that answers at once. The conversation that was there
 * before is made anew for each, outside the measurement.
 */
@NullMarked
package dev.recap.jmh;

import org.jspecify.annotations.NullMarked;
