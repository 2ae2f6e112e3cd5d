/**
 * Tools: annotated methods become specs, calls are validated and run, and every call gets an
 * answer.
 *
 * <p>Start at {@link dev.recap.tool.Tool} to write one, at {@link dev.recap.tool.Toolbox} to see
 * what the loop needs of a set of them.
 */
@NullMarked
package dev.recap.tool;

import org.jspecify.annotations.NullMarked;
