package dev.recap.web.hood;

import dev.recap.desk.batch.Batch;
import dev.recap.desk.shift.ShiftBooks;
import org.jspecify.annotations.Nullable;

/**
 * The journal of one conversation and the ledger made of it.
 *
 * @param worker which conversation of the shift, from 0
 * @param earlier the entry before which the next page begins; null where this is the last
 */
public record BooksView(Batch batch, int worker, ShiftBooks books, @Nullable Long earlier) {}
