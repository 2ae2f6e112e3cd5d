/** What tools act on and what their calls do: work items, effects, and the keys that tell them. */
@NullMarked
package dev.recap.work;

import org.jspecify.annotations.NullMarked;
