/**
 * What a turn of the loop costs without a network, beside the loops of LangChain4j and of the
 * vendor's SDK; what a trim costs; and what a run costs before its first turn.
 *
 * <p>A turn is a request to a model that answers at once with one call, the call of a tool that
 * does next to nothing, and its result. The view has its size on average over all the turns:
 *
 * <ul>
 *   <li>{@code RECAP_WORKING}: one run, every fourth turn of which finishes a thing, so that the
 *       four are folded into a line;
 *   <li>{@code RECAP_READING} and {@code JAVA_SDK}: the same run again and again, a few turns each;
 *   <li>{@code LANGCHAIN4J}: one run over a window.
 * </ul>
 */
@NullMarked
package dev.recap.jmh;

import org.jspecify.annotations.NullMarked;
