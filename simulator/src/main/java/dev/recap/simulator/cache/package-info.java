/**
 * The books of the prompt cache: which prefix was written, which is read, and what that costs.
 *
 * <p>Nothing is cached in earnest; only the counts are kept, block by block.
 */
@NullMarked
package dev.recap.simulator.cache;

import org.jspecify.annotations.NullMarked;
