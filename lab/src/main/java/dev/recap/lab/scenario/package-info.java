/**
 * The reference scenario: the same tickets, worked through by different strategies.
 *
 * <p>{@link dev.recap.lab.scenario.Scenario} plays them one after the other, each on a ticket store
 * and a model server of its own.
 */
@NullMarked
package dev.recap.lab.scenario;

import org.jspecify.annotations.NullMarked;
