/**
 * Journals in SQL: an exclusive writer by a lease with a fencing token, conversations on top of
 * them, and what ties an effect to its record. {@link dev.recap.storage.Store} is the door.
 *
 * <p>SQLite is the embedded default, PostgreSQL comes by the caller's own {@code DataSource}.
 */
@NullMarked
package dev.recap.storage;

import org.jspecify.annotations.NullMarked;
