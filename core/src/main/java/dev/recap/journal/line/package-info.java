/** How an entry is written, wherever a journal keeps it: one line of JSON under a checksum. */
@NullMarked
package dev.recap.journal.line;

import org.jspecify.annotations.NullMarked;
