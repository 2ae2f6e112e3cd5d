/** The file of a journal: how its lines are framed, told from damaged ones, and locked. */
@NullMarked
package dev.recap.journal.file;

import org.jspecify.annotations.NullMarked;
