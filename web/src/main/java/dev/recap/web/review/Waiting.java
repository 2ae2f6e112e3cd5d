package dev.recap.web.review;

import dev.recap.desk.ticket.Ticket;

/**
 * A draft in the list.
 *
 * @param risk more is worse
 */
public record Waiting(Ticket ticket, int risk, int findings) {}
