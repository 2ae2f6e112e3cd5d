/**
 * What the strategies cost: runs with cache books of their own, the same conversations as
 * arithmetic, and the cost law held against both.
 */
@NullMarked
package dev.recap.lab.cost;

import org.jspecify.annotations.NullMarked;
