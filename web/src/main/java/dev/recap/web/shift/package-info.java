/** Shifts: started, watched while they work, stopped and resumed. */
@NullMarked
package dev.recap.web.shift;

import org.jspecify.annotations.NullMarked;
