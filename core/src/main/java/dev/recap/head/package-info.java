/** Writes the head of the view: what stands for turns and messages that have left it. */
@NullMarked
package dev.recap.head;

import org.jspecify.annotations.NullMarked;
