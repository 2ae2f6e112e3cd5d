/**
 * Work with any tools: those that the user's words name are called, in that order. It knows nothing
 * of what a tool is for.
 */
@NullMarked
package dev.recap.simulator.named;

import org.jspecify.annotations.NullMarked;
