/** The queue: what waits, what came of it, what comes in and goes out as files. */
@NullMarked
package dev.recap.web.queue;

import org.jspecify.annotations.NullMarked;
