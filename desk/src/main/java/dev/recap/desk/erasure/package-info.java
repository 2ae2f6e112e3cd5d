/** A customer taken out of the desk for good: tables, journals of the shifts, and files. */
@NullMarked
package dev.recap.desk.erasure;

import org.jspecify.annotations.NullMarked;
