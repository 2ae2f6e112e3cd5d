/**
 * Recorded conversations of a foreign shop, played through the library with its guard on and a
 * compaction forced anywhere: does the shop end up as it did?
 *
 * <p>{@link dev.recap.lab.retail.RetailTrace} is one conversation, {@link
 * dev.recap.lab.retail.Shop} what the tools read and change, {@link
 * dev.recap.lab.retail.RetailExperiment} plays and compares. The domain is retail of the public
 * tau-bench, its rules written anew.
 */
@NullMarked
package dev.recap.lab.retail;

import org.jspecify.annotations.NullMarked;
