/** Answers recall from the journal: what was said and no longer stands in view, verbatim. */
@NullMarked
package dev.recap.recall.originals;

import org.jspecify.annotations.NullMarked;
