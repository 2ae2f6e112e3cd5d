/** Shifts: batches of work that people order on the desk's pages, in this process. */
@NullMarked
package dev.recap.desk.shift;

import org.jspecify.annotations.NullMarked;
