/**
 * The queue without a face: what people see of all tickets, look for in them and do to many at
 * once.
 *
 * <p>{@link dev.recap.desk.queue.QueueSearch} shows it page by page, {@link
 * dev.recap.desk.queue.BulkActions} changes what was picked, {@link
 * dev.recap.desk.queue.TicketExport} writes it down. A {@link dev.recap.desk.queue.QueueFilter}
 * means the same to all of them.
 */
@NullMarked
package dev.recap.desk.queue;

import org.jspecify.annotations.NullMarked;
