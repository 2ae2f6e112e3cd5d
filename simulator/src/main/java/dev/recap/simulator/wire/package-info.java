/**
 * The wire: requests read and judged as the vendor's API judges them, replies as JSON or events.
 *
 * <p>A request that breaks a rule ends in an {@link ApiException} that carries the exact error.
 */
@NullMarked
package dev.recap.simulator.wire;

import org.jspecify.annotations.NullMarked;
