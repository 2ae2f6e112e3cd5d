/** What the runtime itself has on record: journals, ledgers, and what compaction came to. */
@NullMarked
package dev.recap.web.hood;

import org.jspecify.annotations.NullMarked;
