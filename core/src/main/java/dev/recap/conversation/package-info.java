/** Messages, tool calls, their results, and the tokens they cost: plain values. */
@NullMarked
package dev.recap.conversation;

import org.jspecify.annotations.NullMarked;
