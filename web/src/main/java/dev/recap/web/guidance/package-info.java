/** The rules of the desk, as a lead edits them. */
@NullMarked
package dev.recap.web.guidance;

import org.jspecify.annotations.NullMarked;
