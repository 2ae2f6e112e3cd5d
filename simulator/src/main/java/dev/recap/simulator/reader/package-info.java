/**
 * The one reader: from the messages of a request to what is known of each ticket.
 *
 * <p>It reads by meaning words, never by tags or by a line format of one strategy, so that nobody
 * is favoured. Start at {@link Reader}.
 */
@NullMarked
package dev.recap.simulator.reader;

import org.jspecify.annotations.NullMarked;
