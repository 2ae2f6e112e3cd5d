/** Answered tickets worked again: ordered, watched, read and rated in the browser. */
@NullMarked
package dev.recap.web.trial;

import org.jspecify.annotations.NullMarked;
