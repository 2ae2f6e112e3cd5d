/**
 * What became of the tool calls: read off the store, the journal and the record of exchanges, never
 * off what the agent says.
 */
@NullMarked
package dev.recap.lab.count;

import org.jspecify.annotations.NullMarked;
