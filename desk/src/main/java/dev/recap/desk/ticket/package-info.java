/**
 * Tickets, and the record of every tool call that touched them.
 *
 * <p>{@link dev.recap.desk.ticket.TicketStore} keeps both in one database, so that a change and the
 * row that tells of it stand or fall together. {@link dev.recap.desk.ticket.TicketImport} and
 * {@link dev.recap.desk.ticket.TicketGenerator} are where tickets come from.
 */
@NullMarked
package dev.recap.desk.ticket;

import org.jspecify.annotations.NullMarked;
