/**
 * What one needs to test an agent without a model: a scripted model, builders, a settable clock.
 */
@NullMarked
package dev.recap.testing;

import org.jspecify.annotations.NullMarked;
